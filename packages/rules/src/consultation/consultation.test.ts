import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duc, hoa, lan, person, phap } from '../../tests/people.ts';
import { newDocument, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { dayOf } from '../day.ts';
import type { StampedDocumentCommand } from '../document/command.ts';
import { decideDocument } from '../document/decide.ts';
import { evolveDocument } from '../document/evolve.ts';
import { documentAfterNews } from '../document/hear.ts';
import { documentContentHash, type DocumentState } from '../document/state.ts';
import { hashOf } from '../hash.ts';
import { consultationCounts, consultationsOf, waitingPoints } from './state.ts';

const TODAY = dayOf(T0);
const health = person('y', [], { agency: 'BYT' });
const finance = person('tai', [], { agency: 'BTC' });
const auditor = person('kiem', [], { agency: 'BYT', roles: ['auditor'] });

/** A circular that is being drafted. */
function drafting(): DocumentState {
  const document = newDocument();
  const measures = [{ procedureCode: '1.001', measure: 'amend' as const, hash: hashOf(1) }];
  const news = { planCode: 'P', seq: 1, approved: true, measures, editors: [] };
  return documentAfterNews(document, news, { at: T0, actor: { id: 'system', name: '' } }).reduce(
    evolveDocument,
    document,
  );
}

const decided = (state: DocumentState, actor: Actor, command: object) =>
  decideDocument(
    state,
    { commandId: 'x', expectedVersion: 0, actor, ...command } as StampedDocumentCommand,
    T0,
  );
const does = (state: DocumentState, actor: Actor, command: object): DocumentState => {
  const result = decided(state, actor, { expectedVersion: state.version, ...command });
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value.reduce(evolveDocument, state);
};
const refusal = (state: DocumentState, actor: Actor, command: object) => {
  const result = decided(state, actor, { expectedVersion: state.version, ...command });
  return result.ok ? null : [result.rejection.code, result.rejection.field];
};

const ask = { type: 'askConsultation', agencies: ['BYT', 'BTC'], public: true, by: '2026-03-20' };
const answer = (consultationId: string, points: string[] = []) => ({
  type: 'answerConsultation',
  consultationId,
  answeredOn: TODAY,
  points,
});
const respond = (pointId: string) => ({
  type: 'respondToPoint',
  pointId,
  response: 'accepted',
  text: 'Đã tiếp thu',
});

describe('consultation', () => {
  const asked = does(drafting(), lan, ask);

  it('keeps who was asked, who answered, and who did not', () => {
    const answered = does(asked, health, answer('1', ['Bỏ tờ khai', 'Rút ngắn thời hạn']));
    expect(
      consultationsOf(answered).map(({ agency, answer: found }) => [agency, found?.points.length]),
    ).toEqual([
      ['BYT', 2],
      ['BTC', undefined],
      [null, undefined],
    ]);
    expect(consultationCounts(answered)).toEqual({
      asked: 3,
      answered: 1,
      unanswered: 2,
      points: 2,
      responded: 0,
    });
    // Those who answer need not follow what else happens to the document, and change nothing that is signed.
    expect(answered.version).toBe(drafting().version);
    expect(documentContentHash(answered)).toBe(documentContentHash(drafting()));
  });

  it.each([
    ['only who drafts asks', drafting(), duc, ask, ['NOT_YOUR_STEP', undefined]],
    [
      'somebody is asked',
      drafting(),
      lan,
      { ...ask, agencies: [], public: false },
      ['INVALID_INPUT', 'agencies'],
    ],
    ['by a day that is to come', drafting(), lan, { ...ask, by: '2026-03-01' }, ['DATE_ORDER', 'by']],
    ['nobody twice while they have not answered', asked, lan, ask, ['ALREADY_ASKED', 'agencies.0']],
    [
      'nor twice at once',
      drafting(),
      lan,
      { ...ask, agencies: ['BYT', 'BYT'] },
      ['ALREADY_ASKED', 'agencies.1'],
    ],
    ['the asked agency answers for itself', asked, health, answer('1'), null],
    ['not for another', asked, health, answer('2'), ['NOT_CONSULTED', undefined]],
    ['nor for the public', asked, health, answer('3'), ['NOT_CONSULTED', undefined]],
    ['an auditor only reads', asked, auditor, answer('1'), ['NOT_CONSULTED', undefined]],
    ['who drafts names the letter', asked, lan, answer('1'), ['INVALID_INPUT', 'letter']],
    ['and records it then', asked, lan, { ...answer('3'), letter: '12/CV' }, null],
    [
      'not of tomorrow',
      asked,
      health,
      { ...answer('1'), answeredOn: '2026-03-03' },
      ['DATE_IN_FUTURE', 'answeredOn'],
    ],
    [
      'nor from before it was asked',
      asked,
      health,
      { ...answer('1'), answeredOn: '2026-03-01' },
      ['DATE_ORDER', 'answeredOn'],
    ],
    ['once', does(asked, health, answer('1')), health, answer('1'), ['NOT_CONSULTED', undefined]],
    ['only points that were made are responded to', asked, lan, respond('1.1'), ['NOT_FOUND', 'pointId']],
    [
      'by who drafts',
      does(asked, health, answer('1', ['a'])),
      health,
      respond('1.1'),
      ['NOT_YOUR_STEP', undefined],
    ],
  ])('%s', (_name, state, actor, command, expected) => {
    expect(refusal(state, actor, command)).toEqual(expected);
  });

  it('does not go on from responding while a point has no response', () => {
    const pointed = does(asked, finance, answer('2', ['Giữ lệ phí', 'Bỏ mẫu']));
    const appraised = does(does(pointed, lan, { type: 'submit' }), phap, {
      type: 'approve',
      contentHash: documentContentHash(pointed),
    });
    expect(appraised.steps.map(({ key }) => key)).toEqual(['respond']);
    const half = does(appraised, lan, respond('2.1'));
    const result = decided(half, lan, { type: 'submit', expectedVersion: half.version });
    expect(result).toMatchObject({
      rejection: { code: 'POINTS_UNANSWERED', details: { count: 1, points: '2.2' } },
    });
    expect(does(does(half, hoa, respond('2.2')), lan, { type: 'submit' }).steps[0]?.key).toBe('promulgate');
  });
});

it('whatever is asked, answered and said: counts add up, and nothing is lost or said twice', () => {
  const people = [lan, hoa, health, finance, auditor, duc];
  const act = fc.record({
    who: fc.nat(5),
    what: fc.nat(2),
    id: fc.integer({ min: 1, max: 6 }),
    points: fc.nat(3),
  });
  let points = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
      const events = [];
      const from = does(drafting(), lan, ask);
      let state = from;
      for (const { who, what, id, points: count } of acts) {
        const given = [
          { ...ask, agencies: [['BYT', 'BTC', 'BNV'][id % 3] ?? ''], public: id > 4 },
          {
            ...answer(
              String(id),
              Array.from({ length: count }, (_, n) => `ý ${n}`),
            ),
            letter: '1',
          },
          respond(`${id}.${count}`),
        ][what] as object;
        const result = decided(state, people[who] as Actor, { expectedVersion: state.version, ...given });
        if (!result.ok) continue;
        const before = waitingPoints(state).length;
        events.push(...result.value);
        state = result.value.reduce(evolveDocument, state);
        if (what === 2) expect(before - waitingPoints(state).length).toBeLessThanOrEqual(1);
      }
      const counts = consultationCounts(state);
      expect(counts.answered + counts.unanswered).toBe(counts.asked);
      expect(counts.responded + waitingPoints(state).length).toBe(counts.points);
      const ids = consultationsOf(state).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(events.reduce(evolveDocument, from)).toEqual(state);
      points += counts.points;
    }),
  );
  expect(points).toBeGreaterThan(20);
});
