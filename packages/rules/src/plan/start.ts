import type { Actor } from '../actor.ts';
import { doer, handsOf, personRef } from '../person.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { Instant } from '../day.ts';
import { planChain } from '../default-chains.ts';
import { type Rejection, reject } from '../errors.ts';
import { objectionToDrafting } from '../policy.ts';
import { heldFor } from '../standing.ts';
import { openStep } from '../step.ts';
import type { ApprovalLevel, Subject } from '../vocabulary.ts';
import type { PlanFacts } from './command.ts';
import type { PlanEvent } from './event.ts';
import { optional } from './decide.ts';
import { clockDates } from './state.ts';

export interface PlanStart {
  readonly code: string;
  readonly programme: string;
  readonly year: number;
  readonly leadAgency: string;
  readonly approvalLevel: ApprovalLevel;
  readonly facts: PlanFacts;
  readonly calendar: WorkingCalendar;
  /** The chain of the day; the product's own when left out. */
  readonly chain?: Chain;
  readonly actor: Actor;
  readonly commandId: string;
}

/** Starting a plan or document is a drafter's right, for their own agency. */
export function objectionToStarting(actor: Actor, leadAgency: string, subject: Subject): Rejection | null {
  return (
    objectionToDrafting(actor, leadAgency, subject) && reject('FORBIDDEN', { field: 'leadAgency' }).rejection
  );
}

/** The first event of a plan: it begins at step 1 under the chain of its day. */
export function startPlan(start: PlanStart, now: Instant): PlanEvent {
  const { facts, actor, code, programme, year, leadAgency, approvalLevel, calendar } = start;
  const chain = start.chain ?? planChain({ approvalLevel });
  const [first] = chain.steps;
  if (!first) throw new RangeError('a chain has at least one step');
  const by = starter(actor, leadAgency, 'plan');
  return {
    type: 'planStarted',
    seq: 1,
    version: 1,
    at: now,
    ...by,
    commandId: start.commandId,
    state: {
      kind: 'plan',
      schemaVersion: 1,
      rulesVersion: 1,
      code,
      programme,
      year,
      leadAgency,
      approvalLevel,
      header: facts.header,
      firstDeadline: facts.header.deadline,
      chain,
      calendar,
      phase: 'drafting',
      createdBy: doer(by),
      editors: handsOf(doer(by)),
      content: facts.content,
      measures: facts.measures,
      step: openStep(first, leadAgency, now, clockDates(facts.header), calendar),
      finishedSteps: [],
      approvals: [],
      documents: {},
    },
  };
}

/** Who starts it, and in whose name where drafting was delegated to them. */
export function starter(actor: Actor, agency: string, subject: Subject) {
  const [held] = heldFor(actor, { function: 'drafter', agency, subject });
  return { actor: personRef(actor), ...optional('onBehalfOf', held?.onBehalfOf) };
}
