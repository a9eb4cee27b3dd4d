import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lan, office, person } from '../../tests/people.ts';
import type { AgencyMove } from '../agency-move.ts';
import { wholeMove } from '../agency-move.ts';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { addDays, startOfDay } from '../day.ts';
import { SYSTEM } from '../person.ts';
import type { StampedCampaignCommand } from './command.ts';
import { campaignAfterNews, decideCampaign } from './decide.ts';
import { evolveCampaign } from './evolve.ts';
import { mirroredCampaignMove } from './move.ts';
import { partsOf, standingIn, unanswered } from './standing.ts';
import { startCampaign } from './start.ts';
import type { CampaignState } from './state.ts';

const DAY0 = '2026-05-04';
const T0 = startOfDay(DAY0);
const commandId = '00000000-0000-4000-8000-000000000000';

const asking = (...asked: string[]): CampaignState =>
  evolveCampaign(
    null,
    startCampaign(
      {
        code: 'DRS-1',
        title: 'Rà soát',
        question: 'Còn vướng mắc gì?',
        asks: 'chosen',
        asked,
        answerBy: '2026-05-15',
        calendar: VIETNAM_CALENDAR,
        actor: office,
        commandId,
      },
      T0,
    ),
  );
const decide = (state: CampaignState, command: object, now = T0) =>
  decideCampaign(state, { commandId, ...command } as StampedCampaignCommand, now);
const after = (state: CampaignState, command: object, now = T0): CampaignState => {
  const decision = decide(state, command, now);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return decision.value.reduce(evolveCampaign, state);
};
const moving = (move: AgencyMove, actor = office) => ({
  type: 'moveAgency',
  operation: 'o',
  move,
  actor,
});
const moved = (state: CampaignState, from: string, to: string, day = '2026-05-08'): CampaignState =>
  after(state, moving(wholeMove(from, to)), startOfDay(day));
const declared = (state: CampaignState, agency: string, day = DAY0): CampaignState =>
  after(
    state,
    { type: 'declareNone', expectedVersion: 0, actor: person(`p-${agency}`, [], { agency }) },
    startOfDay(day),
  );
const raised = (state: CampaignState, agency: string, code: string, day = DAY0, withdrawn = false) =>
  campaignAfterNews(
    state,
    { bottleneckCode: code, seq: withdrawn ? 2 : 1, agency, raisedAt: startOfDay(day), withdrawn },
    { at: startOfDay(day), actor: SYSTEM },
  ).reduce(evolveCampaign, state);

describe('a campaign that asks an agency whose work goes to another', () => {
  it('asks the other in its place, with what it answered', () => {
    const before = raised(asking('A', 'C'), 'A', 'VM-1');
    const state = moved(before, 'A', 'B');
    expect(state.asked).toEqual(['B', 'C']);
    expect(state.version).toBe(before.version);
    expect(standingIn(state, 'B')).toEqual({ ...standingIn(before, 'A') });
    expect(unanswered(state)).toEqual(['C']);
    // Its author is of the other agency by now, and takes it back.
    expect(unanswered(raised(state, 'B', 'VM-1', '2026-05-09', true))).toEqual(['B', 'C']);
    expect(unanswered(raised(moved(asking('A'), 'A', 'B'), 'B', 'VM-2', '2026-05-09'))).toEqual([]);
  });

  it('waits for the part that has not answered where both were asked, and loses no answer', () => {
    const one = moved(declared(asking('A', 'B'), 'A'), 'A', 'B');
    expect(standingIn(one, 'B')).toMatchObject({ answered: false, none: false });
    const both = declared(one, 'B', '2026-05-20');
    expect(standingIn(both, 'B')).toEqual({
      answered: true,
      late: true,
      at: startOfDay('2026-05-20'),
      bottlenecks: [],
      none: true,
    });
    expect(both.answers['A']?.none?.at).toBe(T0);
    const other = moved(declared(asking('A', 'B'), 'B'), 'A', 'B');
    expect(unanswered(other)).toEqual(['B']);
    // What it raises from then on speaks for all of it.
    expect(unanswered(raised(other, 'B', 'VM-1', '2026-05-09'))).toEqual([]);
  });

  it('stays asked when another comes by its old name to where it has gone', () => {
    const gone = moved(moved(asking('A', 'B'), 'B', 'D'), 'A', 'B');
    const state = moved(gone, 'B', 'D');
    const parts = partsOf(state, 'D').filter(({ asked }) => asked);
    expect(parts.map(({ agency }) => agency).sort()).toEqual(['A', 'B']);
    expect(new Set(partsOf(state, 'D').map(({ agency }) => agency)).size).toBe(partsOf(state, 'D').length);
  });

  it('is moved by the programme office alone, while it is open and asks it', () => {
    const code = (state: CampaignState, actor = office, from = 'A') => {
      const decision = decide(state, moving(wholeMove(from, 'B'), actor));
      return decision.ok ? null : decision.rejection.code;
    };
    expect(code(asking('A'))).toBeNull();
    expect(code(asking('A'), lan)).toBe('FORBIDDEN');
    expect(code(asking('A'), office, 'X')).toBe('NOTHING_TO_MOVE');
    const closed = after(asking('A'), {
      type: 'close',
      expectedVersion: 1,
      reason: 'Đủ',
      actor: office,
    });
    expect(code(closed)).toBe('SUBJECT_CLOSED');
  });
});

const step = fc.record({
  what: fc.constantFrom('none', 'raise', 'withdraw', 'move'),
  by: fc.constantFrom('A', 'B', 'C'),
  to: fc.constantFrom('B', 'C', 'D'),
});

describe('whatever is answered and moved', () => {
  it('keeps every answer, asks nobody twice, and leaves none that was asked without a place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = asking('A', 'B', 'C');
        const given = new Set<string>();
        steps.forEach(({ what, by, to }, index) => {
          const day = addDays(DAY0, index);
          if (what === 'move' && by !== to && state.asked.includes(by)) state = moved(state, by, to, day);
          if (what === 'raise') {
            state = raised(state, by, `VM-${index}`, day);
            given.add(`VM-${index}`);
          }
          if (what === 'none' && unanswered(state).includes(by)) state = declared(state, by, day);
        });
        const kept = Object.values(state.answers).flatMap(({ bottlenecks }) => Object.keys(bottlenecks));
        expect(kept.sort()).toEqual([...given].sort());
        expect(new Set(state.asked).size).toBe(state.asked.length);
        const parts = state.asked.flatMap((code) => [...partsOf(state, code)]);
        const asked = parts.filter((part) => part.asked).map(({ agency }) => agency);
        expect(asked.sort()).toEqual(['A', 'B', 'C']);
      }),
    );
  });

  it('goes back to the places there were, with the answers of each', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 }),
        fc.array(fc.constantFrom('A', 'B', 'C')),
        fc.constantFrom('B', 'D'),
        (asked, answering, to) => {
          fc.pre(asked.includes('A'));
          const before = answering.reduce(
            (state, agency, index) => raised(state, agency, `VM-${index}`),
            asking(...asked),
          );
          const there = wholeMove('A', to);
          const state = moved(before, 'A', to);
          const back = after(
            state,
            moving(mirroredCampaignMove(there, { asked: before.asked, places: before.places ?? {} })),
            startOfDay('2026-05-09'),
          );
          expect(back.asked).toEqual(before.asked);
          expect(unanswered(back)).toEqual(unanswered(before));
          for (const agency of before.asked) {
            expect(standingIn(back, agency).bottlenecks).toEqual(standingIn(before, agency).bottlenecks);
          }
        },
      ),
    );
  });
});
