import { addWorkingDays } from '../calendar.ts';
import { stepDefinition } from '../chain.ts';
import { ANSWER_WORKING_DAYS, dueOf, timingOf } from '../clock.ts';
import { dayOf, type Instant, laterOf } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { personRef } from '../person.ts';
import { remarkEvent } from '../remark/decide.ts';
import { isTalk } from '../remark/fields.ts';
import { openStep, type OpenStep } from '../step.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanEvent, PlanEventBody } from './event.ts';
import { objectionToPlanCommand } from './objections.ts';
import type { PlanState } from './state.ts';

/**
 * What a command does to a plan: the event that follows, or why not. Pure; `now` is the workflow's time.
 * Version and step are checked before anything else, so that a stale tab hears that it is stale.
 */
export function decidePlan(state: PlanState, command: StampedPlanCommand, now: Instant): Result<PlanEvent[]> {
  const objection = objectionToPlanCommand(state, command);
  if (objection) return { ok: false, rejection: objection };
  const body = eventBody(state, command, now);
  const events: PlanEvent[] = [
    {
      ...body,
      seq: state.seq + 1,
      // A remark changes nothing that an approver looks at.
      version: isTalk(command.type) ? state.version : state.version + 1,
      at: now,
      actor: personRef(command.actor),
      commandId: command.commandId,
    },
  ];
  return ok(events);
}

function eventBody(state: PlanState, command: StampedPlanCommand, now: Instant): PlanEventBody {
  const step = state.step as OpenStep;
  switch (command.type) {
    case 'saveContent': {
      const due = dueOf(
        stepDefinition(state.chain, step.key),
        dayOf(step.openedAt),
        clockDates(command.facts.header),
        state.calendar,
      );
      // A returned plan keeps the days it was given to answer.
      const dueOn = state.phase === 'returned' ? step.dueOn : due.on;
      return {
        type: 'contentSaved',
        facts: command.facts,
        dueOn,
        timing: timingOf(dueOn, dayOf(now), state.calendar),
      };
    }
    case 'linkDocument':
      return {
        type: 'documentLinked',
        documentCode: command.documentCode,
        procedureCodes: command.procedureCodes,
      };
    case 'unlinkDocument':
      return {
        type: 'documentUnlinked',
        documentCode: command.documentCode,
        procedureCodes: command.procedureCodes,
      };
    case 'submit':
      return {
        type: 'submitted',
        step: step.key,
        next: following(state, step, now) as OpenStep,
        phase: 'submitted',
        ...optional('note', command.note),
      };
    case 'approve': {
      const next = following(state, step, now);
      return {
        type: 'approved',
        step: step.key,
        contentHash: command.contentHash,
        next,
        phase: next ? 'submitted' : 'approved',
        ...optional('decisionNumber', command.decisionNumber),
        ...optional('note', command.note),
      };
    }
    case 'return': {
      const target = stepDefinition(state.chain, command.toStep ?? 'review');
      const soonest = addWorkingDays(state.calendar, dayOf(now), ANSWER_WORKING_DAYS);
      const dates = clockDates(state.header);
      const reviewOn = laterOf(dates.reviewOn ?? soonest, soonest);
      const next = openStep(target, state.leadAgency, now, { ...dates, reviewOn }, state.calendar);
      return { type: 'returned', step: step.key, next, reason: command.reason };
    }
    case 'refuse':
      return { type: 'refused', step: step.key, reason: command.reason };
    case 'withdraw':
      return { type: 'withdrawn', reason: command.reason };
    case 'claim':
      return { type: 'stepClaimed', step: step.key };
    case 'release':
      return { type: 'stepReleased', step: step.key };
    case 'reassign':
      return {
        type: 'stepReassigned',
        step: step.key,
        to: personRef(command.assignee),
        ...optional('reason', command.reason),
      };
    case 'comment':
      return { type: 'commented', text: command.text, ...optional('procedureCode', command.procedureCode) };
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return remarkEvent(state, command);
    default:
      return assertNever(command);
  }
}

function following(state: PlanState, step: OpenStep, now: Instant): OpenStep | null {
  const index = state.chain.steps.findIndex((definition) => definition.key === step.key);
  const next = state.chain.steps[index + 1];
  return next ? openStep(next, state.leadAgency, now, clockDates(state.header), state.calendar) : null;
}

export const clockDates = (header: PlanState['header']) => ({
  reviewOn: header.reviewOn ?? header.deadline,
  plannedSigningOn: null,
  inForceOn: null,
});

/** Leaves a property out rather than setting it to undefined: events are JSON. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
