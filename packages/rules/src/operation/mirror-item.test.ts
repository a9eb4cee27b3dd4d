import { describe, expect, it } from 'vitest';
import { lan, office, person } from '../../tests/people.ts';
import { wholeMove } from '../agency-move.ts';
import { decideBottleneck } from '../bottleneck/decide.ts';
import { evolveBottleneck } from '../bottleneck/evolve.ts';
import { startBottleneck } from '../bottleneck/start.ts';
import type { BottleneckState } from '../bottleneck/state.ts';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { startOfDay } from '../day.ts';
import { decideInspection } from '../inspection/decide.ts';
import { evolveInspection } from '../inspection/evolve.ts';
import { startInspection } from '../inspection/start.ts';
import type { InspectionState } from '../inspection/state.ts';
import { mirrorItem } from './mirror-item.ts';

const TODAY = '2026-05-04';
const T0 = startOfDay(TODAY);
const calendar = VIETNAM_CALENDAR;
const commandId = '00000000-0000-4000-8000-000000000000';
const supervisor = person('giam-sat', [], { agency: 'CP', roles: ['supervisor'] });
const moving = (from: string, to: string, actor = office) =>
  ({ type: 'moveAgency', commandId, operation: 'o', move: wholeMove(from, to), actor }) as const;

const bottleneck = (responsible: string, raisedFor: string): BottleneckState =>
  evolveBottleneck(
    null,
    startBottleneck(
      {
        code: 'VM-1',
        on: { kind: 'procedure', code: '1.001' },
        what: 'Chưa kết nối',
        cause: 'data',
        causeText: '',
        responsible,
        answerBy: '2026-05-20',
        campaign: null,
        calendar,
        actor: { ...lan, agency: raisedFor },
        commandId,
      },
      T0,
    ),
  );
const inspection = (agency: string): InspectionState => {
  const [periodFrom, periodTo, from, to] = ['2026-01-01', '2026-04-30', TODAY, TODAY];
  const days = { periodFrom, periodTo, from, to };
  const start = { code: 'KT-1', agency, subject: 'Công khai', ...days, members: [], calendar, commandId };
  const opened = evolveInspection(null, startInspection({ ...start, actor: supervisor }, T0));
  const note = {
    type: 'noteFinding',
    commandId,
    expectedVersion: 1,
    actor: supervisor,
    planCode: null,
    text: 'Chưa niêm yết',
    demand: 'Niêm yết',
    deadline: '2026-05-20',
  } as const;
  const noted = decideInspection(opened, note, T0);
  return noted.ok ? noted.value.reduce(evolveInspection, opened) : opened;
};

describe('a bottleneck whose agency goes to another', () => {
  const does = (state: BottleneckState, command: ReturnType<typeof moving>) => {
    const decision = decideBottleneck(state, command, T0);
    if (!decision.ok) return decision.rejection.code;
    return decision.value.reduce(evolveBottleneck, state);
  };

  it.each([
    ['A', 'C'],
    ['C', 'A'],
    ['A', 'A'],
    ['B', 'A'],
    ['A', 'B'],
  ])(
    'responsible %s, raised for %s: goes along with its day and version, and back again',
    (responsible, raisedFor) => {
      const before = bottleneck(responsible, raisedFor);
      const decision = decideBottleneck(before, moving('A', 'B'), T0);
      const [event] = decision.ok ? decision.value : [];
      if (event?.type !== 'agencyMoved') throw new Error('not moved');
      const after = evolveBottleneck(before, event);
      const swap = (code: string): string => (code === 'A' ? 'B' : code);
      const { seq } = after;
      expect(after).toEqual({ ...before, seq, responsible: swap(responsible), raisedFor: swap(raisedFor) });
      const task = { type: 'moveAgency', move: wholeMove('A', 'B') } as const;
      const back = mirrorItem({ stage: 3, subject: 'bottleneck/VM-1', task }, TODAY, event.before);
      if (back?.task.type !== 'moveAgency') throw new Error('no mirror');
      const returned = does(after, { ...moving('B', 'A'), move: back.task.move });
      expect(returned).toMatchObject({ responsible, raisedFor });
    },
  );

  it('is moved by the programme office alone, while it is open and stands under that agency', () => {
    expect(does(bottleneck('A', 'C'), moving('A', 'B', lan))).toBe('FORBIDDEN');
    expect(does(bottleneck('C', 'C'), moving('A', 'B'))).toBe('NOTHING_TO_MOVE');
    const closed = { ...bottleneck('A', 'C'), phase: 'accepted' } as const;
    expect(does(closed, moving('A', 'B'))).toBe('SUBJECT_CLOSED');
  });
});

describe('an inspection of an agency that goes to another', () => {
  const does = (state: InspectionState, command: ReturnType<typeof moving>) => {
    const decision = decideInspection(state, command, T0);
    return decision.ok ? decision.value.reduce(evolveInspection, state) : decision.rejection.code;
  };

  it('goes along with its findings as they are, and back again', () => {
    const before = inspection('A');
    const after = does(before, moving('A', 'B')) as InspectionState;
    expect(after).toEqual({ ...before, seq: after.seq, agency: 'B' });
    const task = { type: 'moveAgency', move: wholeMove('A', 'B') } as const;
    const back = mirrorItem({ stage: 3, subject: 'inspection/KT-1', task }, TODAY, undefined);
    expect(back?.task).toEqual({ type: 'moveAgency', move: wholeMove('B', 'A') });
  });

  it('is moved by the programme office alone, while it is open and about that agency', () => {
    expect(does(inspection('A'), moving('A', 'B', supervisor))).toBe('FORBIDDEN');
    expect(does(inspection('C'), moving('A', 'B'))).toBe('NOTHING_TO_MOVE');
    expect(does({ ...inspection('A'), phase: 'closed' }, moving('A', 'B'))).toBe('SUBJECT_CLOSED');
  });
});
