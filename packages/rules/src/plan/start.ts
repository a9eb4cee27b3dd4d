import type { Actor } from '../actor.ts';
import { personRef } from '../person.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Instant } from '../day.ts';
import { planChain } from '../default-chains.ts';
import { type Rejection, reject } from '../errors.ts';
import { objectionToDrafting } from '../policy.ts';
import { openStep } from '../step.ts';
import type { ApprovalLevel } from '../vocabulary.ts';
import type { PlanFacts } from './command.ts';
import type { PlanEvent } from './event.ts';
import { clockDates } from './state.ts';

export interface PlanStart {
  readonly code: string;
  readonly programme: string;
  readonly year: number;
  readonly leadAgency: string;
  readonly approvalLevel: ApprovalLevel;
  readonly facts: PlanFacts;
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly commandId: string;
}

/** Starting a plan is a drafter's right, for their own agency. */
export function objectionToStartingPlan(actor: Actor, leadAgency: string): Rejection | null {
  return objectionToDrafting(actor, leadAgency) && reject('FORBIDDEN', { field: 'leadAgency' }).rejection;
}

/** The first event of a plan: it begins at step 1 under the chain of its day. */
export function startPlan(start: PlanStart, now: Instant): PlanEvent {
  const { facts, actor, code, programme, year, leadAgency, approvalLevel, calendar } = start;
  const chain = planChain({ approvalLevel });
  const [first] = chain.steps;
  if (!first) throw new RangeError('a chain has at least one step');
  return {
    type: 'planStarted',
    seq: 1,
    version: 1,
    at: now,
    actor: personRef(actor),
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
      createdBy: personRef(actor),
      editors: [actor.id],
      content: facts.content,
      measures: facts.measures,
      step: openStep(first, leadAgency, now, clockDates(facts.header), calendar),
      finishedSteps: [],
      approvals: [],
      documents: {},
    },
  };
}
