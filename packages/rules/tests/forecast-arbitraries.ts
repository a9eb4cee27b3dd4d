import fc from 'fast-check';
import { VIETNAM_CALENDAR } from '../src/calendar-vietnam.ts';
import { documentChain, planChain } from '../src/default-chains.ts';
import { DaysAhead } from '../src/forecast/ahead.ts';
import type { Known } from '../src/forecast/forecast.ts';
import { stepsAhead, withoutDocument } from '../src/forecast/ways.ts';
import type { Lag, OpenWork, Visit } from '../src/forecast/work.ts';
import { DOCUMENT_TYPES } from '../src/vocabulary.ts';

export const TODAY = '2026-03-02';
const DATES = { reviewOn: null, plannedSigningOn: '2026-06-01' };
const ahead = new DaysAhead(VIETNAM_CALENDAR, TODAY);
const AGENCIES = ['BTP', 'BCA', 'BXD'];

const chain = fc
  .record({ type: fc.constantFrom(...DOCUMENT_TYPES), shortened: fc.boolean() })
  .map(documentChain);

const visit: fc.Arbitrary<Visit> = fc
  .record({
    chain,
    agency: fc.constantFrom(...AGENCIES),
    days: fc.nat(90),
    place: fc.nat(),
    how: fc.constantFrom('on', 'on', 'on', 'running', 'back'),
  })
  .map(({ chain: { id, steps }, place, how, ...rest }) => {
    const step = steps[place % steps.length];
    const back = steps[0];
    if (!step || !back) throw new RangeError('a chain without steps');
    const ended = how === 'back' ? { backTo: back.key } : how === 'running' ? how : 'on';
    return { ...rest, step: step.key, chain: id, ended };
  });

const lag: fc.Arbitrary<Lag> = fc.record({
  chain: chain.map(({ id }) => id),
  days: fc.integer({ min: 0, max: 120 }),
});

const open: fc.Arbitrary<Omit<OpenWork, 'code'>> = fc
  .record({
    type: fc.constantFrom(...DOCUMENT_TYPES),
    planned: fc.boolean(),
    agency: fc.constantFrom(...AGENCIES),
    place: fc.nat(),
    daysSoFar: fc.nat(120),
    inForceIn: fc.integer({ min: -30, max: 90 }),
  })
  .map(({ type, planned, agency, place, daysSoFar, inForceIn }) => {
    const ordinary = documentChain({ type, shortened: false });
    const steps = planned
      ? stepsAhead(ordinary, DATES, ahead)
      : withoutDocument(planChain({ approvalLevel: 'minister' }), ordinary, DATES, ahead);
    const index = place % steps.length;
    const signed = index > steps.findIndex(({ key }) => key === 'promulgate');
    return {
      agency,
      steps,
      at: steps[index]?.key ?? 'draft',
      daysSoFar,
      inForceOn: signed ? ahead.dateOf(inForceIn) : null,
      ...(planned ? { shortened: stepsAhead(documentChain({ type, shortened: true }), DATES, ahead) } : {}),
    };
  });

export const known: fc.Arbitrary<Known> = fc
  .record({
    visits: fc.array(visit, { maxLength: 200 }),
    lags: fc.array(lag, { maxLength: 30 }),
    work: fc.array(open, { minLength: 1, maxLength: 12 }),
    groups: fc.array(
      fc.record({
        procedures: fc.integer({ min: 1, max: 50 }),
        on: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    settled: fc.array(
      fc.record({ in: fc.integer({ min: 1, max: 400 }), procedures: fc.integer({ min: 1, max: 9 }) }),
      {
        maxLength: 3,
      },
    ),
    counted: fc.nat(500),
    others: fc.nat(20),
  })
  .map(({ work, groups, settled: coming, others, ...rest }) => {
    const settled = coming.map((one) => ({ countsOn: ahead.dateOf(one.in), procedures: one.procedures }));
    const named = work.map((one, index) => ({ ...one, code: `VB-${String(index).padStart(2, '0')}` }));
    const waiting = groups.map(({ procedures, on }) => ({
      procedures,
      on: [...new Set(on.map((place) => `VB-${String(place % named.length).padStart(2, '0')}`))],
    }));
    const inWork = [...waiting, ...settled].reduce((sum, { procedures }) => sum + procedures, 0);
    return {
      ...rest,
      today: TODAY,
      calendar: VIETNAM_CALENDAR,
      work: named,
      waiting,
      settled,
      baseline: rest.counted + inWork + others,
    };
  });
