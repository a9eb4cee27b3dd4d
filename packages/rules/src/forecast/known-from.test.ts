import { expect, it } from 'vitest';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { documentChain, planChain } from '../default-chains.ts';
import type { DocumentFacts, ForecastFacts, PlanFacts } from './facts.ts';
import { forecast } from './forecast.ts';
import { knownFrom } from './known-from.ts';

const TODAY = '2026-03-02';
const visit = (step: DocumentFacts['visits'][number]['step']) =>
  ({ step, openedOn: '2026-02-23', finishedOn: null, ended: 'on' }) as const;

const document = (of: Partial<DocumentFacts> = {}): DocumentFacts => ({
  code: 'ND-1',
  agency: 'BTP',
  chain: documentChain({ type: 'decree', shortened: false }),
  shortened: documentChain({ type: 'decree', shortened: true }),
  plannedSigningOn: null,
  signedOn: null,
  inForceOn: null,
  visits: [visit('appraisal')],
  ...of,
});
const plan = (of: Partial<PlanFacts> = {}): PlanFacts => ({
  code: 'PA-1',
  agency: 'BTP',
  chain: planChain({ approvalLevel: 'minister' }),
  reviewOn: null,
  visits: [visit('quality-check')],
  supposed: documentChain({ type: 'circular', shortened: false }),
  measures: [{ procedureCode: 'TT-1', documents: ['ND-1'] }],
  ...of,
});
const facts = (of: Partial<ForecastFacts>): ForecastFacts => ({
  today: TODAY,
  calendar: VIETNAM_CALENDAR,
  documents: [],
  plans: [],
  uncounted: [{ code: 'TT-1', countsOn: null, documents: [] }],
  counted: 9,
  baseline: 10,
  ...of,
});

it('a linked procedure waits for the open documents among those it is linked to', () => {
  const done = document({ code: 'ND-2', signedOn: '2026-01-05', inForceOn: '2026-02-20', visits: [] });
  const known = knownFrom(
    facts({
      documents: [document(), done],
      uncounted: [{ code: 'TT-1', countsOn: null, documents: ['ND-1', 'ND-2'] }],
    }),
  );
  expect(known.waiting).toEqual([{ procedures: 1, on: ['ND-1'] }]);
  // Monday to Monday.
  expect(known.work).toMatchObject([{ code: 'ND-1', at: 'appraisal', daysSoFar: 5 }]);
});

it('a document that begins once its plan is approved has the steps of the plan that is furthest before its own', () => {
  const later = plan({
    code: 'PA-2',
    visits: [visit('review')],
    measures: [{ procedureCode: 'TT-2', documents: ['ND-1'] }],
  });
  const known = knownFrom(
    facts({
      documents: [document({ visits: [] })],
      plans: [later, plan()],
      uncounted: ['TT-1', 'TT-2'].map((code) => ({ code, countsOn: null, documents: [] })),
    }),
  );
  expect(known.waiting).toEqual([
    { procedures: 1, on: ['ND-1'] },
    { procedures: 1, on: ['ND-1', 'PA-2'] },
  ]);
  const [first, second] = known.work;
  expect(first).toMatchObject({ code: 'ND-1', at: 'quality-check' });
  expect(first?.steps.map(({ key }) => key).slice(0, 4)).toEqual([
    'review',
    'quality-check',
    'plan-approval',
    'draft',
  ]);
  // What its own plan adds is the approval alone: the document is reckoned once.
  expect(second?.steps.map(({ key }) => key)).toEqual(['review', 'quality-check', 'plan-approval']);
  expect(first?.shortened?.length).toBeGreaterThan(3);
});

it('a plan that names no document yet goes through those of a supposed one as well', () => {
  const known = knownFrom(facts({ plans: [plan({ measures: [{ procedureCode: 'TT-1', documents: [] }] })] }));
  expect(known.waiting).toEqual([{ procedures: 1, on: ['PA-1'] }]);
  expect(known.work[0]?.steps.map(({ chain }) => chain)).toContain('document-circular-ordinary');
});

it('nothing is under way for a procedure of no plan, nor for one whose document was given up', () => {
  const givenUp = { ...visit('draft'), finishedOn: '2026-02-25', ended: 'given-up' } as const;
  for (const one of [facts({}), facts({ documents: [document({ visits: [givenUp] })], plans: [plan()] })]) {
    const known = knownFrom(one);
    expect(known.waiting).toEqual([]);
    expect(forecast(known, { seed: 1, targets: [100] }).programme).toMatchObject({ withoutWork: 1 });
  }
});

it('what has its day already counts then, whatever is drawn, and makes no document critical before it', () => {
  const known = knownFrom(
    facts({
      documents: [document()],
      uncounted: [
        { code: 'TT-1', countsOn: null, documents: ['ND-1'] },
        { code: 'TT-2', countsOn: '2036-01-01', documents: ['ND-2'] },
      ],
      counted: 8,
    }),
  );
  const answer = forecast(known, { seed: 1, targets: [100] });
  expect(answer.programme).toMatchObject({ inWork: 2, withoutWork: 0, allWork: { 50: '2036-01-01' } });
  expect(answer.critical).toEqual([]);
});
