import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, duc, lan, minh, office, person, stranger } from '../../tests/people.ts';
import type { Actor } from '../actor.ts';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { addDays, dayOf, startOfDay } from '../day.ts';
import { SYSTEM } from '../person.ts';
import { BOTTLENECK_CHART } from './chart.ts';
import type { BottleneckCommand } from './command.ts';
import { bottleneckTick, decideBottleneck } from './decide.ts';
import type { BottleneckEvent } from './event.ts';
import { evolveBottleneck } from './evolve.ts';
import { objectionToBottleneckAction, objectionToRaising } from './objections.ts';
import { startBottleneck } from './start.ts';
import type { BottleneckState } from './state.ts';
import { bottleneckMessages } from './tell.ts';

const T0 = startOfDay('2026-03-02');
const DUE = '2026-03-16';
const commandId = '00000000-0000-4000-8000-000000000000';
const oanh = person('oanh', [], { agency: 'BYT' });
const supervisor = person('loc', [], { agency: 'VPCP', roles: ['supervisor'] });
const auditor = person('kiem', [], { agency: 'BYT', roles: ['auditor'] });

const raised = (campaign: string | null = null): BottleneckState =>
  evolveBottleneck(
    null,
    startBottleneck(
      {
        code: 'VM-2026-001',
        on: { kind: 'procedure', code: '1.001' },
        what: 'Chưa kết nối CSDL giấy chứng sinh',
        cause: 'data',
        causeText: '',
        responsible: 'BYT',
        answerBy: DUE,
        campaign,
        calendar: VIETNAM_CALENDAR,
        actor: lan,
        commandId,
      },
      T0,
    ),
  );

type Words = BottleneckCommand extends infer C
  ? C extends BottleneckCommand
    ? Omit<C, 'commandId' | 'expectedVersion'>
    : never
  : never;

function decide(state: BottleneckState, actor: Actor, words: Words, now = T0) {
  return decideBottleneck(state, { commandId, expectedVersion: state.version, ...words, actor }, now);
}

function after(state: BottleneckState, actor: Actor, words: Words, now = T0): BottleneckState {
  const decision = decide(state, actor, words, now);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return decision.value.reduce(evolveBottleneck, state);
}

const refusal = (state: BottleneckState, actor: Actor, words: Words, now = T0) => {
  const decision = decide(state, actor, words, now);
  return decision.ok ? null : decision.rejection.code;
};

const tick = (state: BottleneckState, day: string): BottleneckState =>
  bottleneckTick(state, { at: startOfDay(day), actor: SYSTEM }).reduce(evolveBottleneck, state);

describe('raising', () => {
  const input = { cause: 'data', causeText: '', answerBy: DUE } as const;
  it('is everybody’s but the auditors’', () => {
    for (const actor of [lan, admin, office, oanh]) expect(objectionToRaising(actor, input, T0)).toBeNull();
    expect(objectionToRaising(auditor, input, T0)?.code).toBe('FORBIDDEN');
  });
  it('wants another cause in words, and a day that has not passed', () => {
    expect(objectionToRaising(lan, { ...input, cause: 'other' }, T0)?.field).toBe('causeText');
    expect(objectionToRaising(lan, { ...input, answerBy: '2026-03-01' }, T0)?.code).toBe('DATE_ORDER');
  });
});

describe('the way of a bottleneck', () => {
  const answer = { type: 'answer', text: 'Kết nối trước tháng 6' } as const;
  it('is answered by the responsible agency and accepted by its author', () => {
    expect(refusal(raised(), stranger, answer)).toBeNull();
    expect(refusal(raised(), minh, answer)).toBe('NOT_YOUR_AGENCY');
    const answered = after(raised(), oanh, answer);
    expect(answered).toMatchObject({ phase: 'answered', answer: { text: answer.text, agency: 'BYT' } });
    expect(refusal(answered, oanh, answer)).toBe('ANSWER_PENDING');
    expect(refusal(answered, duc, { type: 'accept' })).toBe('FORBIDDEN');
    expect(after(answered, lan, { type: 'accept' }).phase).toBe('accepted');
    expect(after(answered, office, { type: 'accept' }).phase).toBe('accepted');
  });
  it('waits again with another day when the answer is not accepted', () => {
    const back = { type: 'sendBack', reason: 'Chưa rõ', answerBy: '2026-04-01' } as const;
    expect(refusal(raised(), lan, back)).toBe('NOT_ANSWERED');
    const again = after(after(raised(), oanh, answer), lan, back);
    expect(again).toMatchObject({
      phase: 'raised',
      answer: null,
      answerBy: '2026-04-01',
      firstAnswerBy: DUE,
    });
    expect(refusal(after(raised(), oanh, answer), lan, { ...back, answerBy: '2026-03-01' })).toBe(
      'DATE_ORDER',
    );
  });
  it('goes to the programme office by itself the day after nobody answered', () => {
    expect(tick(raised(), DUE)).toMatchObject({ phase: 'raised', timing: 'due-soon' });
    const late = tick(raised(), addDays(DUE, 1));
    expect(late).toMatchObject({ phase: 'escalated', timing: 'overdue', version: 1 });
    expect(bottleneckTick(late, { at: startOfDay(addDays(DUE, 9)), actor: SYSTEM })).toEqual([]);
    expect(after(late, office, answer).phase).toBe('answered');
    expect(refusal(raised(), office, answer)).toBe('NOT_YOUR_AGENCY');
    expect(
      bottleneckTick(after(raised(), oanh, answer), { at: startOfDay('2027-01-01'), actor: SYSTEM }),
    ).toEqual([]);
  });
  it('is escalated and given to another agency from above, with a reason', () => {
    const move = { type: 'reassign', responsible: 'BCA', answerBy: DUE, reason: 'Đúng thẩm quyền' } as const;
    expect(refusal(raised(), lan, move)).toBe('FORBIDDEN');
    const moved = after(raised(), supervisor, move);
    expect(moved).toMatchObject({ phase: 'raised', responsible: 'BCA' });
    expect(refusal(moved, oanh, answer)).toBe('NOT_YOUR_AGENCY');
    const escalate = { type: 'escalate', reason: 'Quá lâu' } as const;
    expect(refusal(raised(), lan, escalate)).toBe('FORBIDDEN');
    const escalated = after(moved, office, escalate);
    expect(escalated.phase).toBe('escalated');
    expect(refusal(escalated, supervisor, escalate)).toBe('ALREADY_RECORDED');
  });
  it('is withdrawn by its author alone, and then is closed', () => {
    const withdraw = { type: 'withdraw', reason: 'Đã hết vướng' } as const;
    expect(refusal(raised(), office, withdraw)).toBe('FORBIDDEN');
    const gone = after(raised(), lan, withdraw);
    expect(gone.phase).toBe('withdrawn');
    expect(refusal(gone, oanh, answer)).toBe('SUBJECT_CLOSED');
  });
  it('takes remarks without making a page old', () => {
    const remarked = after(raised(), duc, { type: 'comment', text: 'Đã gửi công văn' });
    expect(remarked).toMatchObject({ version: 1, seq: 2 });
    expect(
      decideBottleneck(remarked, { ...answer, commandId, expectedVersion: 7, actor: oanh }, T0),
    ).toMatchObject({
      rejection: { code: 'STALE_VERSION' },
    });
  });
  it('is not accepted by whoever answered it', () => {
    const own = after(evolved({ responsible: 'BTP' }), lan, answer);
    expect(refusal(own, lan, { type: 'accept' })).toBe('FOUR_EYES');
    expect(refusal(own, lan, { type: 'sendBack', reason: 'x', answerBy: DUE })).toBe('FOUR_EYES');
  });
});

const evolved = (change: Partial<BottleneckState>): BottleneckState => ({ ...raised(), ...change });

it('tells its campaign that it was raised, and that it was withdrawn', () => {
  expect(bottleneckMessages(null, raised())).toEqual([]);
  const inside = raised('DRS-2026-001');
  expect(bottleneckMessages(null, inside)).toMatchObject([
    { to: 'DRS-2026-001', news: { agency: 'BTP', seq: 1, withdrawn: false } },
  ]);
  const answered = after(inside, oanh, { type: 'answer', text: 'x' });
  expect(bottleneckMessages(inside, answered)).toEqual([]);
  const gone = after(inside, lan, { type: 'withdraw', reason: 'x' });
  expect(bottleneckMessages(inside, gone)).toMatchObject([{ news: { withdrawn: true, seq: 2 } }]);
});

const PEOPLE = [lan, duc, oanh, stranger, office, supervisor, admin, auditor];
const anyWords = fc.constantFrom<Words['type']>(
  'answer',
  'accept',
  'sendBack',
  'escalate',
  'reassign',
  'withdraw',
  'comment',
);
const wordsOf = (type: Words['type'], day: string): Words => {
  const reason = 'vì';
  switch (type) {
    case 'answer':
    case 'comment':
      return { type, text: 'lời' };
    case 'accept':
      return { type };
    case 'sendBack':
      return { type, reason, answerBy: addDays(day, 7) };
    case 'reassign':
      return { type, reason, answerBy: addDays(day, 7), responsible: 'BTP' };
    case 'escalate':
    case 'withdraw':
      return { type, reason };
  }
};

it('never leaves its chart, never lets one person answer and accept, and stays closed', () => {
  const step = fc.record({
    who: fc.constantFrom(...PEOPLE),
    type: anyWords,
    days: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let state = raised();
      let now = T0;
      let answeredBy = '';
      const take = (events: readonly BottleneckEvent[]): void => {
        for (const event of events) {
          const next = evolveBottleneck(state, event);
          const drawn = BOTTLENECK_CHART.some(
            ({ from, on, to }) => from === state.phase && on === event.type && to === next.phase,
          );
          expect(drawn || next.phase === state.phase).toBe(true);
          if (event.type === 'bottleneckAnswered') answeredBy = event.actor.id;
          if (event.type === 'answerAccepted') expect(event.actor.id).not.toBe(answeredBy);
          expect(event.actor.id).not.toBe(auditor.id);
          expect(next.seq).toBe(state.seq + 1);
          expect(next.firstAnswerBy).toBe(DUE);
          state = next;
        }
      };
      for (const { who, type, days } of steps) {
        now = startOfDay(addDays(dayOf(now), days));
        take(bottleneckTick(state, { at: now, actor: SYSTEM }));
        const closed = state.phase === 'accepted' || state.phase === 'withdrawn';
        const decision = decide(state, who, wordsOf(type, dayOf(now)), now);
        if (closed) expect(decision.ok).toBe(false);
        // The button and the command say the same, but for what the command itself names.
        expect(decision.ok).toBe(objectionToBottleneckAction(state, type, who) === null);
        if (decision.ok) take(decision.value);
        expect(bottleneckTick(state, { at: now, actor: SYSTEM })).toEqual([]);
      }
    }),
  );
});
