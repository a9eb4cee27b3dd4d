import type { LegalDate } from '../day.ts';
import { DaysAhead } from './ahead.ts';
import type { DocumentFacts, ForecastFacts, PlanFacts } from './facts.ts';
import type { Known } from './forecast.ts';
import { knownOn, type Past } from './history.ts';
import { stepsAhead, withoutDocument } from './ways.ts';
import type { OpenWork, Waiting } from './work.ts';

interface OpenPlan {
  readonly plan: PlanFacts;
  readonly open: OpenWork;
}

/**
 * What a forecast is reckoned from, out of what is recorded: the steps of all documents and plans, those that are open,
 * and what each uncounted procedure waits for. A document that begins once its plan is approved has the plan's steps
 * before its own; of several open plans, those of the one that is furthest.
 */
export function knownFrom(facts: ForecastFacts): Known {
  const { today, calendar } = facts;
  const ahead = new DaysAhead(calendar, today);
  const documents = knownOn(
    facts.documents.map((one) => pastOfDocument(one, ahead)),
    today,
    calendar,
  );
  const plans = knownOn(
    facts.plans.map((one) => pastOfPlan(one, ahead)),
    today,
    calendar,
  );
  const byCode = new Map(facts.documents.map((one) => [one.code, one]));
  const work = new Map<string, OpenWork>();
  for (const one of documents.work)
    work.set(one.code, { ...one, ...shorter(byCode.get(one.code), [], ahead) });
  const onPlans = waitingOnPlans(furthestFirst(facts.plans, plans.work), byCode, work, ahead);
  const waiting = groupsOf(facts, work, onPlans);
  const needed = new Set(waiting.flatMap(({ on }) => on));
  return {
    today,
    calendar,
    visits: [...documents.visits, ...plans.visits],
    lags: documents.lags,
    work: [...work.values()].filter(({ code }) => needed.has(code) || isBegun(byCode.get(code))),
    waiting,
    settled: settledOf(facts),
    counted: facts.counted,
    baseline: facts.baseline,
  };
}

function furthestFirst(plans: readonly PlanFacts[], openWork: readonly OpenWork[]): OpenPlan[] {
  const openOf = new Map(openWork.map((one) => [one.code, one]));
  const placeOf = ({ steps, at }: OpenWork) => steps.findIndex(({ key }) => key === at);
  return plans
    .flatMap((plan) => {
      const open = openOf.get(plan.code);
      return open ? [{ plan, open }] : [];
    })
    .toSorted((a, b) => placeOf(b.open) - placeOf(a.open) || (a.plan.code < b.plan.code ? -1 : 1));
}

/** What the procedures of open plans wait for, by procedure. Adds the plans and the documents that begin with them to `work`. */
function waitingOnPlans(
  plans: readonly OpenPlan[],
  byCode: ReadonlyMap<string, DocumentFacts>,
  work: Map<string, OpenWork>,
  ahead: DaysAhead,
): ReadonlyMap<string, readonly string[]> {
  const beginsWith = new Map<string, string>();
  const waiting = new Map<string, readonly string[]>();
  for (const { plan, open } of plans) {
    for (const { procedureCode, documents } of plan.measures) {
      const toCome = documents.filter((code) => !isSigned(byCode.get(code)) || work.has(code));
      for (const code of toCome) {
        const document = byCode.get(code);
        if (!document || isBegun(document) || work.has(code)) continue;
        const dates = { reviewOn: plan.reviewOn, plannedSigningOn: document.plannedSigningOn };
        const steps = withoutDocument(plan.chain, document.chain, dates, ahead);
        work.set(code, { ...open, code, steps, ...shorter(document, open.steps, ahead) });
        beginsWith.set(code, plan.code);
      }
      // A document that was given up is waited for by nobody: nothing is under way for this procedure.
      if (waiting.has(procedureCode) || !toCome.every((code) => work.has(code))) continue;
      const impliesPlan = toCome.some((code) => beginsWith.get(code) === plan.code);
      waiting.set(procedureCode, impliesPlan ? toCome : [plan.code, ...toCome]);
      if (!impliesPlan && !work.has(plan.code))
        work.set(plan.code, { ...open, steps: ownSteps({ plan, open }, ahead) });
    }
  }
  return waiting;
}

/** A plan that names no document for a procedure yet goes through those of the supposed one as well. */
function ownSteps({ plan, open }: OpenPlan, ahead: DaysAhead): OpenWork['steps'] {
  const named = plan.measures.every(({ documents }) => documents.length > 0);
  const dates = { reviewOn: plan.reviewOn, plannedSigningOn: null };
  return named ? open.steps : withoutDocument(plan.chain, plan.supposed, dates, ahead);
}

/** Procedures that wait for the same work, together. */
function groupsOf(
  { uncounted }: ForecastFacts,
  work: ReadonlyMap<string, OpenWork>,
  onPlans: ReadonlyMap<string, readonly string[]>,
): Waiting[] {
  const waits = uncounted.flatMap(({ code, countsOn, documents }) => {
    const open = documents.filter((one) => work.has(one));
    const on = (open.length > 0 ? open : (onPlans.get(code) ?? [])).toSorted();
    return countsOn === null && on.length > 0 ? [on] : [];
  });
  return [...Map.groupBy(waits, (on) => JSON.stringify(on)).values()].flatMap((alike) =>
    alike[0] ? [{ procedures: alike.length, on: alike[0] }] : [],
  );
}

function settledOf({ uncounted }: ForecastFacts): Known['settled'] {
  const days = uncounted.flatMap(({ countsOn }) => countsOn ?? []);
  return [...Map.groupBy(days, (day: LegalDate) => day)].map(([countsOn, alike]) => ({
    countsOn,
    procedures: alike.length,
  }));
}

const isBegun = (document: DocumentFacts | undefined): boolean => (document?.visits.length ?? 0) > 0;
const isSigned = (document: DocumentFacts | undefined): boolean => document?.signedOn != null;

function pastOfDocument(facts: DocumentFacts, ahead: DaysAhead): Past {
  const { code, agency, chain, plannedSigningOn, signedOn, inForceOn, visits } = facts;
  return {
    code,
    agency,
    steps: stepsAhead(chain, { reviewOn: null, plannedSigningOn }, ahead),
    visits: visits.map((visit) => ({ ...visit, chain: chain.id })),
    signedOn,
    inForceOn,
    countedOn: null,
  };
}

const pastOfPlan = ({ code, agency, chain, reviewOn, visits }: PlanFacts, ahead: DaysAhead): Past => ({
  code,
  agency,
  steps: stepsAhead(chain, { reviewOn, plannedSigningOn: null }, ahead),
  visits: visits.map((visit) => ({ ...visit, chain: chain.id })),
  signedOn: null,
  inForceOn: null,
  countedOn: null,
});

/** The way by the shortened procedure, after the steps `before` the document's own. */
function shorter(
  document: DocumentFacts | undefined,
  before: OpenWork['steps'],
  ahead: DaysAhead,
): Pick<OpenWork, 'shortened'> {
  if (!document?.shortened) return {};
  const dates = { reviewOn: null, plannedSigningOn: document.plannedSigningOn };
  return { shortened: [...before, ...stepsAhead(document.shortened, dates, ahead)] };
}
