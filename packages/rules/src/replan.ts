import type { Actor } from './actor.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type Chain, stepFacts, type StepDefinition } from './chain.ts';
import { type Due, timingOf } from './clock.ts';
import { dayOf, type Instant, type LegalDate } from './day.ts';
import { type Rejection, reject } from './errors.ts';
import { mayKeepCatalogue } from './policy.ts';
import type { FinishedStep, OpenStep } from './step.ts';
import { isClosed, type DocumentPhase } from './vocabulary.ts';

/** What the clocks of a plan or document go by. */
export interface Terms {
  readonly chain: Chain;
  readonly calendar: WorkingCalendar;
}

/**
 * Puts a plan or document under another version of its chain or of the working calendar. Given by an operation
 * over many of them, never by a client: the terms come from the database. It names no version, as it changes
 * nothing its author would have to have looked at.
 */
export interface ReplanCommand {
  readonly type: 'replan';
  readonly commandId: string;
  readonly actor: Actor;
  readonly chain?: Chain;
  readonly calendar?: WorkingCalendar;
}

interface Planned extends Terms {
  readonly phase: DocumentPhase;
  readonly leadAgency: string;
  readonly finishedSteps: readonly FinishedStep[];
}

/** The chain it would be under: with the steps that lie behind and that the new chain lacks. */
export function chainAfter(state: Planned, chain: Chain | undefined): Chain {
  if (!chain) return state.chain;
  const behind = state.finishedSteps.map(({ key }) => key);
  const known = [...state.chain.steps, ...(state.chain.past ?? [])];
  const past = known.filter(
    ({ key }) => behind.includes(key) && !chain.steps.some((step) => step.key === key),
  );
  return { ...chain, ...(past.length > 0 ? { past } : {}) };
}

/** Why it cannot be put under those terms, or null: it has ended, or a step that is open now would be missing. */
export function objectionToReplanning(
  state: Planned,
  steps: readonly OpenStep[],
  command: Pick<ReplanCommand, 'actor' | 'chain'>,
): Rejection | null {
  if (!mayKeepCatalogue(command.actor)) return reject('FORBIDDEN').rejection;
  if (isClosed(state.phase)) return reject('SUBJECT_CLOSED').rejection;
  const { chain } = command;
  if (chain && chain.id !== state.chain.id) return reject('INVALID_INPUT', { field: 'chain' }).rejection;
  const lacking = steps.find(({ key }) => chain && !chain.steps.some((step) => step.key === key));
  return lacking
    ? reject('CHAIN_LACKS_STEP', { details: stepFacts(state.chain, lacking.key) }).rejection
    : null;
}

/**
 * Open steps under other terms: function, agency and due day as the terms have them. Whoever claimed a step keeps
 * it as long as the step stays with the same function of the same agency.
 */
export function stepsUnder(
  { chain, calendar }: Terms,
  leadAgency: string,
  steps: readonly OpenStep[],
  dueFor: (definition: StepDefinition, step: OpenStep) => Due,
  now: Instant,
): OpenStep[] {
  return steps.map((step) => {
    const definition = chain.steps.find(({ key }) => key === step.key);
    if (!definition) throw new RangeError(`chain ${chain.id} has no step ${step.key}`);
    const agency = definition.scope === 'national' ? null : leadAgency;
    const stays = step.function === definition.function && step.agency === agency;
    const due = dueFor(definition, step);
    return {
      ...step,
      function: definition.function,
      agency,
      dueOn: due.on,
      compressed: due.compressed,
      timing: timingOf(due.on, dayOf(now), calendar),
      holder: stays ? step.holder : null,
      heldSince: stays ? step.heldSince : null,
    };
  });
}

/** What other terms change for one plan or document, for the preview. */
export interface ReplanChange {
  readonly step: OpenStep['key'];
  readonly dueBefore: LegalDate | null;
  readonly dueAfter: LegalDate | null;
  readonly functionBefore: OpenStep['function'];
  readonly functionAfter: OpenStep['function'];
}

export const replanChanges = (before: readonly OpenStep[], after: readonly OpenStep[]): ReplanChange[] =>
  before.flatMap((step) => {
    const then = after.find(({ key }) => key === step.key);
    if (
      !then ||
      (then.dueOn === step.dueOn && then.function === step.function && then.agency === step.agency)
    ) {
      return [];
    }
    return {
      step: step.key,
      dueBefore: step.dueOn,
      dueAfter: then.dueOn,
      functionBefore: step.function,
      functionAfter: then.function,
    };
  });

/** Steps ahead that another chain adds or leaves out. */
export function stepsAhead(
  state: Planned,
  steps: readonly OpenStep[],
  chain: Chain,
): { readonly added: StepDefinition[]; readonly left: StepDefinition[] } {
  const behind = (of: Chain): number =>
    Math.max(-1, ...steps.map(({ key }) => of.steps.findIndex((step) => step.key === key)));
  const ahead = (of: Chain) => of.steps.slice(behind(of) + 1);
  const done = new Set(state.finishedSteps.map(({ key }) => key));
  const lacks = (of: Chain) => (step: StepDefinition) => !of.steps.some(({ key }) => key === step.key);
  return {
    added: ahead(chain).filter(lacks(state.chain)),
    left: ahead(state.chain).filter((step) => lacks(chain)(step) && !done.has(step.key)),
  };
}
