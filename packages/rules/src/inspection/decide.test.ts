import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, lan, office, person } from '../../tests/people.ts';
import type { Actor } from '../actor.ts';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { addDays, dayOf, startOfDay } from '../day.ts';
import { personRef, SYSTEM } from '../person.ts';
import { FINDING_CHART } from './chart.ts';
import type { InspectionCommand } from './command.ts';
import { decideInspection, inspectionTick } from './decide.ts';
import type { InspectionEvent } from './event.ts';
import { evolveInspection } from './evolve.ts';
import { maySeeInspection, objectionToOpening } from './objections.ts';
import { startInspection } from './start.ts';
import { type InspectionState, isFindingEnded } from './state.ts';

const T0 = startOfDay('2026-03-02');
const DEADLINE = '2026-03-31';
const commandId = '00000000-0000-4000-8000-000000000000';
const loc = person('loc', [], { agency: 'VPCP', roles: ['supervisor'] });
const hieu = person('hieu', [], { agency: 'VPCP', roles: ['programme-office'] });
const oanh = person('oanh', ['drafter'], { agency: 'BYT' });
const phuc = person('phuc', [], { agency: 'BYT' });
const dung = person('dung', [], { agency: 'VPCP', roles: ['supervisor'] });
const auditor = person('kiem', [], { agency: 'VPCP', roles: ['auditor'] });

const input = {
  agency: 'BYT',
  subject: 'Thực hiện phương án năm 2026',
  periodFrom: '2025-01-01',
  periodTo: '2025-12-31',
  from: '2026-03-02',
  to: '2026-03-20',
  members: [],
};
const opened = (): InspectionState =>
  evolveInspection(
    null,
    startInspection(
      {
        ...input,
        members: [personRef(hieu)],
        code: 'KT-2026-001',
        calendar: VIETNAM_CALENDAR,
        actor: loc,
        commandId,
      },
      T0,
    ),
  );

type Words = InspectionCommand extends infer C
  ? C extends InspectionCommand
    ? Omit<C, 'commandId' | 'expectedVersion'>
    : never
  : never;
const named = (id: string): Actor => [loc, hieu, oanh, auditor, dung].find((one) => one.id === id) ?? lan;
function decide(state: InspectionState, actor: Actor, words: Words, now = T0) {
  const given = { commandId, expectedVersion: state.version, actor };
  return decideInspection(
    state,
    words.type === 'nameInspector'
      ? { ...given, ...words, assignee: named(words.to) }
      : { ...given, ...words },
    now,
  );
}
function after(state: InspectionState, actor: Actor, words: Words, now = T0): InspectionState {
  const decision = decide(state, actor, words, now);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return decision.value.reduce(evolveInspection, state);
}
const refusal = (state: InspectionState, actor: Actor, words: Words, now = T0) => {
  const decision = decide(state, actor, words, now);
  return decision.ok ? null : decision.rejection.code;
};
const note = {
  type: 'noteFinding',
  planCode: null,
  text: 'Chưa niêm yết',
  demand: 'Niêm yết đầy đủ',
  deadline: DEADLINE,
} as const;
const noted = (): InspectionState => after(opened(), loc, note);
const answer = { type: 'answerFinding', finding: 1, text: 'Đã niêm yết' } as const;
const confirm = { type: 'confirmRemedied', finding: 1 } as const;

describe('opening', () => {
  it('is for supervisors and the programme office, and never for one’s own agency', () => {
    expect(objectionToOpening(loc, input, [hieu])).toBeNull();
    expect(objectionToOpening(office, input, [])).toBeNull();
    for (const actor of [lan, admin, auditor])
      expect(objectionToOpening(actor, input, [])?.code).toBe('FORBIDDEN');
    expect(objectionToOpening(loc, { ...input, agency: 'VPCP' }, [])).toMatchObject({
      code: 'OWN_AGENCY',
      field: 'agency',
    });
  });
  it('takes inspectors of the same kind', () => {
    expect(objectionToOpening(loc, input, [hieu, lan])).toMatchObject({
      code: 'INVALID_INSPECTOR',
      field: 'members.1',
    });
  });
  it('keeps its days in order', () => {
    expect(objectionToOpening(loc, { ...input, periodTo: '2024-01-01' }, [])?.field).toBe('periodTo');
    expect(objectionToOpening(loc, { ...input, to: '2026-03-01' }, [])?.field).toBe('to');
  });
});

it('is seen by who inspects, who is inspected and every role but the administrator’s', () => {
  const sees = [loc, hieu, oanh, auditor, office].filter((actor) => maySeeInspection(actor, 'BYT'));
  expect(sees).toHaveLength(5);
  expect(maySeeInspection(lan, 'BYT') || maySeeInspection(admin, 'BYT')).toBe(false);
});

describe('a finding', () => {
  it('is noted by inspectors alone, with a day to come', () => {
    expect(noted().findings[0]).toMatchObject({ number: 1, phase: 'open', deadline: DEADLINE });
    expect(refusal(opened(), oanh, note)).toBe('FORBIDDEN');
    expect(refusal(opened(), office, note)).toBe('FORBIDDEN');
    expect(refusal(opened(), loc, { ...note, deadline: '2026-03-01' })).toBe('DATE_ORDER');
  });
  it('is answered by the inspected agency and confirmed by an inspector', () => {
    expect(refusal(noted(), loc, answer)).toBe('NOT_YOUR_AGENCY');
    expect(refusal(noted(), hieu, confirm)).toBe('NOT_ANSWERED');
    const answered = after(noted(), phuc, answer);
    expect(refusal(answered, oanh, answer)).toBe('ANSWER_PENDING');
    expect(refusal(answered, oanh, confirm)).toBe('FORBIDDEN');
    expect(after(answered, hieu, confirm).findings[0]?.phase).toBe('remedied');
    expect(refusal(noted(), phuc, { ...answer, finding: 2 })).toBe('UNKNOWN_FINDING');
  });
  it('comes back with a reason and another day', () => {
    const back = {
      type: 'sendBackFinding',
      finding: 1,
      reason: 'Còn thiếu',
      deadline: '2026-04-15',
    } as const;
    const again = after(after(noted(), phuc, answer), loc, back);
    expect(again.findings[0]).toMatchObject({
      phase: 'open',
      deadline: '2026-04-15',
      firstDeadline: DEADLINE,
      reason: 'Còn thiếu',
      answer: null,
    });
  });
  it('is marked overdue while it waits for the inspected agency, and only then', () => {
    const late = { at: startOfDay(addDays(DEADLINE, 1)), actor: SYSTEM };
    expect(inspectionTick(noted(), late)).toMatchObject([
      { type: 'findingTimingChanged', timing: 'overdue' },
    ]);
    expect(inspectionTick(after(noted(), phuc, answer), late)).toEqual([]);
  });
});

it('is closed when every finding has come to its end', () => {
  const close = { type: 'close', conclusion: 'Đạt' } as const;
  expect(refusal(noted(), loc, close)).toBe('FINDINGS_OPEN');
  const ended = after(noted(), loc, { type: 'dropFinding', finding: 1, reason: 'Nhầm' });
  expect(refusal(ended, phuc, close)).toBe('FORBIDDEN');
  const closed = after(ended, loc, close);
  expect(closed).toMatchObject({ phase: 'closed', conclusion: 'Đạt' });
  expect(refusal(closed, loc, note)).toBe('SUBJECT_CLOSED');
});

it('is no longer judged by an inspector who has moved to the inspected agency', () => {
  const moved = { ...loc, agency: 'BYT' };
  expect(refusal(after(noted(), phuc, answer), moved, confirm)).toBe('OWN_AGENCY');
});

describe('another inspector', () => {
  const name = (to: string) => ({ type: 'nameInspector', to, reason: 'Đoàn đã chuyển công tác' }) as const;
  it('is named by whoever could have opened it, and judges from then on', () => {
    const answered = after(noted(), phuc, answer);
    expect(refusal(answered, dung, confirm)).toBe('FORBIDDEN');
    const joined = after(answered, office, name('dung'));
    expect(joined.members.map(({ id }) => id)).toEqual(['hieu', 'dung']);
    expect(after(joined, dung, confirm).findings[0]?.phase).toBe('remedied');
  });
  it('is not named by others, nor anybody who may not inspect, nor twice, nor once it is closed', () => {
    for (const actor of [oanh, lan, admin, auditor, { ...loc, agency: 'BYT' }]) {
      expect(refusal(opened(), actor, name('dung')), actor.id).not.toBeNull();
    }
    for (const id of ['oanh', 'kiem']) expect(refusal(opened(), loc, name(id))).toBe('INVALID_INSPECTOR');
    for (const id of ['loc', 'hieu']) expect(refusal(opened(), loc, name(id))).toBe('ALREADY_INSPECTOR');
    const closed = after(opened(), loc, { type: 'close', conclusion: 'Đạt' });
    expect(refusal(closed, loc, name('dung'))).toBe('SUBJECT_CLOSED');
  });
  it('does not judge what they answered themselves, before they came', () => {
    const own = after(noted(), { ...dung, agency: 'BYT' }, answer);
    expect(refusal(after(own, office, name('dung')), dung, confirm)).toBe('FOUR_EYES');
  });
});

const TYPES = [
  'noteFinding',
  'answerFinding',
  'confirmRemedied',
  'sendBackFinding',
  'dropFinding',
  'nameInspector',
  'close',
] as const;
const wordsOf = (type: Words['type'], finding: number, day: string): Words => {
  switch (type) {
    case 'noteFinding':
      return { ...note, deadline: addDays(day, 9) };
    case 'answerFinding':
      return { ...answer, finding };
    case 'confirmRemedied':
      return { type, finding };
    case 'sendBackFinding':
      return { type, finding, reason: 'vì', deadline: addDays(day, 9) };
    case 'dropFinding':
      return { type, finding, reason: 'vì' };
    case 'nameInspector':
      return { type, to: 'dung', reason: 'vì' };
    case 'close':
      return { type, conclusion: 'hết' };
  }
};

it('follows each finding along its chart to its end, whatever happens', () => {
  const step = fc.record({
    who: fc.constantFrom(loc, hieu, dung, oanh, phuc, lan, admin, auditor),
    type: fc.constantFrom(...TYPES),
    finding: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = opened();
      let now = T0;
      const take = (events: readonly InspectionEvent[]): void => {
        for (const event of events) {
          const next = evolveInspection(state, event);
          next.findings.forEach((finding, index) => {
            const before = state.findings[index];
            const drawn = FINDING_CHART.some(
              ({ from, on, to }) => from === before?.phase && on === event.type && to === finding.phase,
            );
            expect(!before || before.phase === finding.phase || drawn).toBe(true);
            expect(finding.number).toBe(index + 1);
          });
          state = next;
        }
      };
      for (const { who, type, finding, days } of steps) {
        now = startOfDay(addDays(dayOf(now), days));
        take(inspectionTick(state, { at: now, actor: SYSTEM }));
        const decision = decide(state, who, wordsOf(type, finding, dayOf(now)), now);
        if (!decision.ok) continue;
        const judged = ['confirmRemedied', 'sendBackFinding', 'dropFinding', 'noteFinding', 'close'].includes(
          type,
        );
        const inspectors = [state.openedBy, ...state.members].map(({ id }) => id);
        if (judged) expect(inspectors).toContain(who.id);
        else expect(type === 'nameInspector' ? ['loc', 'hieu', 'dung'] : ['oanh', 'phuc']).toContain(who.id);
        take(decision.value);
        if (state.phase === 'closed')
          expect(state.findings.every(({ phase }) => isFindingEnded(phase))).toBe(true);
      }
    }),
  );
});
