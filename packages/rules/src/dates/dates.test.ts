import { describe, expect, it } from 'vitest';
import { admin, chinhPhu, duc, hoa, lan, minh, office, person, stranger } from '../../tests/people.ts';
import { facts, newDocument, newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { addDays, startOfDay } from '../day.ts';
import { decideDocument } from '../document/decide.ts';
import { evolveDocument } from '../document/evolve.ts';
import { documentAfterNews } from '../document/hear.ts';
import { documentContentHash, type DocumentState } from '../document/state.ts';
import { decidePlan } from '../plan/decide.ts';
import { evolvePlan } from '../plan/evolve.ts';
import { planContentHash, type PlanState } from '../plan/state.ts';
import { objectionToDateOrder, objectionToSavedDates } from './arrival.ts';
import { bookOf } from './book.ts';
import { DOCUMENT_DATES } from './date.ts';
import { outcomeOf, standingOf } from './dated.ts';
import { missedBy, reasonFor } from './missed.ts';

type Words = Readonly<Record<string, unknown>>;
const base = (state: { readonly version: number }, actor: Actor) => ({
  commandId: '00000000-0000-4000-8000-000000000001',
  expectedVersion: state.version,
  actor,
});

function on<S extends PlanState | DocumentState>(state: S, actor: Actor, words: Words, now = T0) {
  const command = { ...base(state, actor), ...words } as never;
  return state.kind === 'plan' ? decidePlan(state, command, now) : decideDocument(state, command, now);
}
function does<S extends PlanState | DocumentState>(state: S, actor: Actor, words: Words, now = T0): S {
  const result = on(state, actor, words, now);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  const fold = state.kind === 'plan' ? evolvePlan : evolveDocument;
  return (result.value as never[]).reduce(fold as never, state);
}
const refusal = (state: PlanState | DocumentState, actor: Actor, words: Words, now = T0) => {
  const result = on(state, actor, words, now);
  return result.ok ? null : { code: result.rejection.code, field: result.rejection.field };
};

const submitted = does(newPlan(), lan, { type: 'submit' });
/** The plan's deadline is 2026-06-30, and today 2026-03-02. */
const ask = (to: string, extra: Words = {}): Words => ({
  type: 'requestDateChange',
  date: 'deadline',
  to,
  reason: 'chờ Nghị định',
  ...extra,
});
const asked = does(submitted, lan, ask('2026-09-30'));
const requestId = bookOf(asked).requests[0]?.id ?? '';
const approve = { type: 'approveDateChange', requestId };

describe('a change of date', () => {
  it('is asked for by a drafter and approved by whoever may approve the plan; the first date stays', () => {
    expect(bookOf(asked).requests).toMatchObject([
      {
        date: 'deadline',
        from: '2026-06-30',
        to: '2026-09-30',
        askedBy: { id: 'lan' },
        decideBy: '2026-03-09',
      },
    ]);
    expect(asked.header.deadline).toBe('2026-06-30');
    const moved = does(asked, minh, approve, startOfDay('2026-03-04'));
    expect(moved.header.deadline).toBe('2026-09-30');
    expect(standingOf(moved, 'deadline')).toEqual({ present: '2026-09-30', first: '2026-06-30' });
    expect(bookOf(moved)).toMatchObject({
      requests: [],
      changes: [
        { from: '2026-06-30', to: '2026-09-30', reason: 'chờ Nghị định', approvedBy: { id: 'minh' } },
      ],
    });
    expect(moved.version).toBe(asked.version + 1);
  });

  it('is left as it was by a refusal', () => {
    const refused = does(asked, minh, { type: 'refuseDateChange', requestId, reason: 'vẫn kịp' });
    expect([refused.header.deadline, bookOf(refused).requests]).toEqual(['2026-06-30', []]);
    expect(refusal(refused, minh, approve)).toEqual({ code: 'NOT_FOUND', field: 'requestId' });
  });

  const minister = person('khac', ['minister']);
  const drafter = person('lan', ['drafter', 'minister']);
  const late = startOfDay('2026-06-15');
  const past = startOfDay('2026-07-15');
  it.each([
    ['before the first submission', newPlan(), lan, ask('2026-09-30'), T0, 'DATE_STILL_FREE', undefined],
    ['by another ministry', submitted, stranger, ask('2026-09-30'), T0, 'NOT_YOUR_STEP', undefined],
    ['by an administrator', submitted, admin, ask('2026-09-30'), T0, 'NOT_YOUR_STEP', undefined],
    ['twice for one date', asked, hoa, ask('2026-10-30'), T0, 'DATE_REQUEST_PENDING', 'date'],
    ['to the same day', submitted, lan, ask('2026-06-30'), T0, 'DATE_UNCHANGED', 'to'],
    ['to a day gone by', submitted, lan, ask('2026-03-01'), T0, 'DATE_IN_PAST', 'to'],
    [
      'of the review past the deadline',
      submitted,
      lan,
      { ...ask('2026-07-01'), date: 'review' },
      T0,
      'DATE_ORDER',
      'to',
    ],
    [
      'of the review past the deadline asked for',
      asked,
      lan,
      { ...ask('2026-07-01'), date: 'review' },
      T0,
      null,
      undefined,
    ],
    ['on the 31st day before', submitted, lan, ask('2026-09-30'), startOfDay('2026-05-30'), null, undefined],
    [
      'on the 30th day before without a ground',
      submitted,
      lan,
      ask('2026-09-30'),
      startOfDay('2026-05-31'),
      'GROUND_REQUIRED',
      'ground',
    ],
    [
      'in the last days with a ground',
      submitted,
      lan,
      ask('2026-09-30', { ground: 'force-majeure' }),
      late,
      null,
      undefined,
    ],
    [
      'after it has passed without a ground',
      submitted,
      lan,
      ask('2026-09-30'),
      past,
      'GROUND_REQUIRED',
      'ground',
    ],
    [
      'after it has passed with a ground',
      submitted,
      lan,
      ask('2026-09-30', { ground: 'superior-order' }),
      past,
      null,
      undefined,
    ],
    ['approved by procedure control', asked, duc, approve, T0, 'NOT_YOUR_STEP', undefined],
    ['approved by the programme office', asked, office, approve, T0, 'NOT_YOUR_STEP', undefined],
    [
      'approved above the ministry, where the minister approves',
      asked,
      chinhPhu,
      approve,
      T0,
      'NOT_YOUR_STEP',
      undefined,
    ],
    ['approved by who asked', asked, drafter, approve, T0, 'FOUR_EYES', undefined],
    [
      'refused by who asked',
      asked,
      drafter,
      { type: 'refuseDateChange', requestId, reason: 'x' },
      T0,
      'FOUR_EYES',
      undefined,
    ],
    ['approved too late', asked, minister, approve, startOfDay('2026-10-01'), 'DATE_IN_PAST', 'to'],
    [
      'approved on an old version',
      asked,
      minister,
      { ...approve, expectedVersion: 1 },
      T0,
      'STALE_VERSION',
      undefined,
    ],
    [
      'approved under another id',
      asked,
      minister,
      { ...approve, requestId: 'D99' },
      T0,
      'NOT_FOUND',
      'requestId',
    ],
  ] as const)('%s', (_name, state, actor, words, now, code, field) => {
    expect(refusal(state, actor, words, now)).toEqual(code === null ? null : { code, field });
  });

  it('goes to the Government where the plan is beyond the ministry', () => {
    const national = {
      ...asked,
      chain: {
        ...asked.chain,
        steps: asked.chain.steps.map((step) =>
          step.key === 'plan-approval'
            ? { ...step, function: 'government' as const, scope: 'national' as const }
            : step,
        ),
      },
    };
    expect(refusal(national, minh, approve)?.code).toBe('NOT_YOUR_STEP');
    expect(refusal(national, chinhPhu, approve)).toBeNull();
  });

  it('takes the day of the review with it, and leaves a returned plan its days to answer', () => {
    const returned = does(submitted, duc, { type: 'return', reason: 'thiếu' }, startOfDay('2026-07-06'));
    expect(returned.step).toMatchObject({ key: 'review', dueOn: '2026-07-13' });
    const words = ask('2026-08-31', { ground: 'law-changed' });
    const waiting = does(returned, lan, words, startOfDay('2026-07-07'));
    const id = bookOf(waiting).requests[0]?.id;
    const moved = does(waiting, minh, { type: 'approveDateChange', requestId: id }, startOfDay('2026-07-07'));
    expect(moved.step?.dueOn).toBe('2026-08-31');
  });
});

describe('editing a date', () => {
  const saving = (deadline: string) => ({
    ...base(submitted, lan),
    type: 'saveContent' as const,
    facts: { ...facts(1), header: { ...facts(1).header, deadline } },
  });
  it('is free until the first submission and points to the request from then on', () => {
    expect(objectionToSavedDates(newPlan(), saving('2026-09-30'))).toBeNull();
    const returned = does(submitted, duc, { type: 'return', reason: 'thiếu' });
    expect(objectionToSavedDates(returned, saving('2026-06-30'))).toBeNull();
    expect(objectionToSavedDates(returned, saving('2026-09-30'))).toEqual({
      code: 'DATE_NEEDS_REQUEST',
      field: 'content.deadline',
    });
  });
  it('keeps the order of both: the review within the plan, the signature before the force', () => {
    const late = saving('2026-09-30');
    const header = { ...late.facts.header, reviewOn: '2026-10-01' };
    const command = { ...late, facts: { ...late.facts, header } };
    expect(objectionToSavedDates(newPlan(), command)).toEqual({
      code: 'DATE_ORDER',
      field: 'content.reviewOn',
      details: { latest: '2026-09-30' },
    });
    const document = { title: 'Thông tư', plannedSigningOn: '2026-09-01', plannedInForceOn: '2026-08-31' };
    expect(objectionToDateOrder(document)).toMatchObject({ field: 'plannedInForceOn' });
    expect(objectionToDateOrder({ ...document, plannedInForceOn: '2026-09-01' })).toBeNull();
    expect(objectionToDateOrder({ ...document, plannedSigningOn: null })).toBeNull();
  });
});

describe('the dates of a document', () => {
  const news = {
    planCode: 'P',
    seq: 1,
    approved: true,
    editors: ['lan'],
    measures: [{ procedureCode: '1.001', measure: 'amend' as const, hash: planContentHash(submitted) }],
  };
  const stamp = { at: T0, actor: { id: 'system', name: '' } };
  const drafted = documentAfterNews(newDocument(), news, stamp).reduce(evolveDocument, newDocument());
  const appraised = does(drafted, hoa, { type: 'submit' });

  it('are free while it waits and is drafted, and then go to its signatory', () => {
    const words = { ...ask('2026-11-15'), date: 'plannedInForce' };
    expect(refusal(drafted, hoa, words)?.code).toBe('DATE_STILL_FREE');
    const waiting = does(appraised, hoa, words);
    const id = bookOf(waiting).requests[0]?.id;
    const decided = { type: 'approveDateChange', requestId: id };
    expect(refusal(waiting, lan, decided)?.code).toBe('NOT_YOUR_STEP');
    const moved = does(waiting, minh, decided);
    expect(standingOf(moved, 'plannedInForce')).toEqual({ present: '2026-11-15', first: '2026-10-15' });
  });

  it('move the signing step with the planned signing', () => {
    const phap = person('phap', ['legal-department']);
    const contentHash = documentContentHash(appraised);
    const responding = does(appraised, phap, { type: 'approve', contentHash });
    const signing = does(responding, hoa, { type: 'submit' });
    expect(signing.steps).toMatchObject([{ key: 'promulgate', dueOn: '2026-09-01' }]);
    const waiting = does(signing, hoa, { ...ask('2026-09-20'), date: 'plannedSigning' });
    const moved = does(waiting, minh, {
      type: 'approveDateChange',
      requestId: bookOf(waiting).requests[0]?.id,
    });
    expect(moved.steps).toMatchObject([{ key: 'promulgate', dueOn: '2026-09-20' }]);
  });

  it('are settled by the signing, and requests about them lapse', () => {
    const words = { ...ask('2026-11-15'), date: 'plannedInForce' };
    const signed: DocumentState = {
      ...does(appraised, hoa, words),
      promulgation: {
        kind: 'promulgation',
        id: 'E9',
        number: '1',
        signedOn: '2026-03-02',
        inForceOn: '2026-12-01',
        recordedBy: { id: 'minh', name: 'Minh' },
        recordedAt: T0,
      },
    };
    expect(refusal(signed, hoa, words)?.code).toBe('DATE_SETTLED');
    const outcomes = (state: DocumentState) => DOCUMENT_DATES.map((date) => outcomeOf(state, date));
    expect([outcomes(appraised), outcomes(signed)]).toEqual([
      [null, null],
      ['2026-03-02', '2026-12-01'],
    ]);
    expect(standingOf(signed, 'plannedInForce').first).toBe('2026-10-15');
    expect(
      refusal(signed, minh, { type: 'approveDateChange', requestId: bookOf(signed).requests[0]?.id })?.code,
    ).toBe('NOT_FOUND');
    expect(missedBy({ ...signed, steps: [] }, '2026-11-01')).toEqual([
      { date: 'plannedInForce', missedOn: '2026-10-15' },
    ]);
  });
});

describe('a missed date', () => {
  const day = '2026-07-01';
  const now = startOfDay(day);
  it('is an overdue step or a passed deadline, and each is explained in public', () => {
    const missed = missedBy(submitted, day);
    expect(missed).toEqual([
      { step: 'quality-check', missedOn: '2026-03-09' },
      { date: 'deadline', missedOn: '2026-06-30' },
    ]);
    expect(refusal(submitted, duc, { type: 'explainDelay', reason: 'x' }, now)).toEqual({
      code: 'INVALID_INPUT',
      field: 'step',
    });
    expect(
      refusal(submitted, stranger, { type: 'explainDelay', step: 'quality-check', reason: 'x' }, now)?.code,
    ).toBe('FORBIDDEN');
    expect(refusal(submitted, duc, { type: 'explainDelay', step: 'review', reason: 'x' }, now)).toEqual({
      code: 'NOT_MISSED',
      field: 'step',
    });
    const told = does(
      submitted,
      duc,
      { type: 'explainDelay', step: 'quality-check', reason: 'chờ Bộ Công an' },
      now,
    );
    expect(told.version).toBe(submitted.version);
    const [step, deadline] = missedBy(told, day);
    expect(step && reasonFor(bookOf(told), step)).toMatchObject({
      reason: 'chờ Bộ Công an',
      by: { id: 'duc' },
    });
    expect(deadline && reasonFor(bookOf(told), deadline)).toBeNull();
    const later = does(told, lan, { type: 'explainDelay', step: 'quality-check', reason: 'vẫn chờ' }, now);
    expect(step && reasonFor(bookOf(later), step)?.reason).toBe('vẫn chờ');
  });

  it('needs a new reason when the new date is missed again', () => {
    const told = does(submitted, lan, { type: 'explainDelay', date: 'deadline', reason: 'chờ' }, now);
    const waiting = does(told, lan, ask('2026-07-10', { ground: 'force-majeure' }), now);
    const moved = does(
      waiting,
      minh,
      { type: 'approveDateChange', requestId: bookOf(waiting).requests[0]?.id },
      now,
    );
    const missed = missedBy(moved, addDays('2026-07-10', 1)).find(({ date }) => date === 'deadline');
    expect(missed && reasonFor(bookOf(moved), missed)).toBeNull();
  });
});
