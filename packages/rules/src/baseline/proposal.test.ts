import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import {
  membersAfter,
  objectionToBase,
  objectionToConfirming,
  objectionToDecidingProposal,
  objectionToWithdrawingProposal,
  PROPOSAL_STATES,
} from './proposal.ts';

const person = (id: string, ...roles: Actor['roles']): Actor => ({
  id,
  name: id,
  agency: 'VPCP',
  roles,
  assignments: [],
});
const actors = fc.record({
  id: fc.constantFrom('an', 'binh', 'chi'),
  office: fc.boolean(),
  administrator: fc.boolean(),
});
const actorOf = ({ id, office, administrator }: { id: string; office: boolean; administrator: boolean }) =>
  person(
    id,
    ...(office ? (['programme-office'] as const) : []),
    ...(administrator ? (['administrator'] as const) : []),
  );

test('a proposal is decided once, by somebody of the office who did not make it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROPOSAL_STATES), actors, (state, who) => {
      const proposal = { state, proposedBy: 'an' };
      const decides = objectionToDecidingProposal(proposal, actorOf(who)) === null;
      expect(decides).toBe(state === 'proposed' && who.office && who.id !== 'an');
      const withdraws = objectionToWithdrawingProposal(proposal, actorOf(who)) === null;
      expect(withdraws).toBe(state === 'proposed' && who.office && who.id === 'an');
    }),
  );
});

test('the set a programme starts with is confirmed once, by somebody else', () => {
  const binh = person('binh', 'programme-office');
  const set = { recordedById: 'an', confirmed: false };
  expect(objectionToConfirming(set, binh)).toBeNull();
  expect(objectionToConfirming(set, person('an', 'programme-office'))).toMatchObject({ code: 'FOUR_EYES' });
  expect(objectionToConfirming({ ...set, confirmed: true }, binh)).toMatchObject({
    code: 'PROPOSAL_DECIDED',
  });
  expect(objectionToConfirming(set, person('quan', 'administrator'))).toMatchObject({ code: 'FORBIDDEN' });
});

test('what a proposal was made from must still hold', () => {
  expect(objectionToBase({ base: null }, null)).toBeNull();
  expect(objectionToBase({ base: 'baseline/896/2021-01-01/1' }, null)).toMatchObject({
    code: 'BASELINE_MOVED',
  });
});

test('members after a change are those before without the ones left out, and the new ones, each once', () => {
  const codes = fc.array(fc.constantFrom('1.1', '1.2', '1.3', '1.4', '1.5'));
  fc.assert(
    fc.property(codes, codes, codes, (base, add, remove) => {
      const after = membersAfter(base, { add, remove });
      expect(new Set(after).size).toBe(after.length);
      for (const code of new Set([...base, ...add, ...remove])) {
        expect(after.includes(code)).toBe(
          add.includes(code) || (base.includes(code) && !remove.includes(code)),
        );
      }
    }),
  );
});
