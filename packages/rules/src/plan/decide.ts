import type { Actor } from '../actor.ts';
import { personRef } from '../person.ts';
import { addWorkingDays } from '../calendar.ts';
import { returnTargets, stepDefinition } from '../chain.ts';
import { ANSWER_WORKING_DAYS, dueOf, timingOf } from '../clock.ts';
import { dayOf, type Instant, laterOf } from '../day.ts';
import { ok, type Rejection, reject, type Result } from '../errors.ts';
import {
  objectionToActing,
  objectionToCommenting,
  objectionToDeciding,
  objectionToDrafting,
  objectionToHolding,
  objectionToReassigning,
} from '../policy.ts';
import { openStep, type OpenStep } from '../step.ts';
import { assertNever, isClosed, type PlanPhase } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanEvent, PlanEventBody } from './event.ts';
import { evolvePlan } from './evolve.ts';
import { linkCount, MAX_LINKS } from './links.ts';
import { isEvidenced, planContentHash, type PlanState } from './state.ts';

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
      version: command.type === 'comment' ? state.version : state.version + 1,
      at: now,
      actor: personRef(command.actor),
      commandId: command.commandId,
    },
  ];
  return ok(events);
}

/** Why `command` cannot be carried out now, or null. The UI asks the same to explain a disabled button. */
export function objectionToPlanCommand(state: PlanState, command: StampedPlanCommand): Rejection | null {
  if (command.type !== 'comment' && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const byType = objectionToPlanAction(state, command.type, command.actor);
  if (byType) return byType;
  return objectionToFacts(state, command);
}

/** The part of the answer that needs no payload: state, function, holder, four eyes. */
export function objectionToPlanAction(
  state: PlanState,
  type: StampedPlanCommand['type'],
  actor: Actor,
): Rejection | null {
  if (type === 'comment') return objectionToCommenting(actor);
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type === 'withdraw') return objectionToWithdrawing(state, actor);
  const { step } = state;
  if (!step) return no('STEP_NOT_OPEN');
  switch (type) {
    case 'saveContent':
    case 'linkDocument':
    case 'unlinkDocument':
    case 'submit':
      if (step.kind !== 'edit') return no('STEP_NOT_OPEN', { details: { step: step.key } });
      return objectionToActing(actor, step);
    case 'approve':
    case 'return':
    case 'refuse':
      if (step.kind !== 'check') return no('STEP_NOT_OPEN', { details: { step: step.key } });
      return objectionToDeciding(actor, step, state.editors);
    case 'claim':
      // Who could never decide must not keep others from deciding.
      return step.kind === 'check'
        ? objectionToDeciding(actor, step, state.editors)
        : objectionToActing(actor, step);
    case 'release':
      return step.holder?.id === actor.id ? null : no('NOT_HELD');
    case 'reassign':
      return objectionToReassigning(actor, step, state.leadAgency);
    default:
      return assertNever(type);
  }
}

/** Its drafters may take a plan back until it is approved; after that only who could approve it. */
function objectionToWithdrawing(state: PlanState, actor: Actor): Rejection | null {
  if (state.phase !== 'approved' && state.phase !== 'carrying-out') {
    return objectionToDrafting(actor, state.leadAgency);
  }
  const approval = stepDefinition(state.chain, 'plan-approval');
  const agency = approval.scope === 'national' ? null : state.leadAgency;
  const holds = actor.assignments.some(
    (held) => held.function === approval.function && (held.agency === null || held.agency === agency),
  );
  if (!holds) return no('NOT_YOUR_STEP', { details: { function: approval.function } });
  return state.editors.includes(actor.id) ? no('FOUR_EYES') : null;
}

function objectionToFacts(state: PlanState, command: StampedPlanCommand): Rejection | null {
  switch (command.type) {
    case 'submit': {
      if (state.measures.length === 0) return no('INCOMPLETE_PLAN', { field: 'measures' });
      const index = state.measures.findIndex((measure) => measure.documents.length === 0);
      return index < 0 ? null : no('INCOMPLETE_PLAN', { field: `measures.${index}.documents` });
    }
    case 'approve':
      return command.contentHash === planContentHash(state)
        ? null
        : no('CONTENT_CHANGED', { field: 'contentHash' });
    case 'return': {
      const targets = returnTargets(state.chain, state.step?.key ?? 'review');
      const target = command.toStep ?? 'review';
      return targets.some((step) => step.key === target)
        ? null
        : no('INVALID_RETURN_STEP', { field: 'toStep' });
    }
    case 'linkDocument':
    case 'unlinkDocument': {
      const index = command.procedureCodes.findIndex(
        (code) => !state.measures.some((measure) => measure.procedureCode === code),
      );
      if (index >= 0) return no('UNKNOWN_PROCEDURE', { field: `procedureCodes.${index}` });
      const linked = (code: string) =>
        state.measures.some((m) => m.procedureCode === code && m.documents.includes(command.documentCode));
      if (command.type === 'linkDocument') {
        if (linkCount(state.measures) + command.procedureCodes.length > MAX_LINKS) {
          return no('TOO_LARGE', { field: 'procedureCodes', details: { max: MAX_LINKS } });
        }
        return command.procedureCodes.every(linked) ? no('ALREADY_LINKED', { field: 'documentCode' }) : null;
      }
      return command.procedureCodes.some(linked) ? null : no('NOT_LINKED', { field: 'documentCode' });
    }
    case 'comment':
      return command.procedureCode === undefined ||
        state.measures.some((measure) => measure.procedureCode === command.procedureCode)
        ? null
        : no('UNKNOWN_PROCEDURE', { field: 'procedureCode' });
    case 'reassign':
      return state.step && objectionToHolding(command.assignee, state.step) === null
        ? state.step.kind === 'check' && state.editors.includes(command.assignee.id)
          ? no('FOUR_EYES', { field: 'to' })
          : null
        : no('INVALID_ASSIGNEE', { field: 'to' });
    default:
      return null;
  }
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
    default:
      return assertNever(command);
  }
}

function following(state: PlanState, step: OpenStep, now: Instant): OpenStep | null {
  const index = state.chain.steps.findIndex((definition) => definition.key === step.key);
  const next = state.chain.steps[index + 1];
  return next ? openStep(next, state.leadAgency, now, clockDates(state.header), state.calendar) : null;
}

/** What follows for the plan when a document reports: progress, and completion once all is evidenced. */
export function planAfterNews(
  state: PlanState,
  documentCode: string,
  news: PlanState['documents'][string],
  stamp: Pick<PlanEvent, 'at' | 'actor'>,
): PlanEvent[] {
  if (isClosed(state.phase) || (state.documents[documentCode]?.seq ?? 0) >= news.seq) return [];
  const begun = state.phase === 'approved' && news.phase !== 'waiting';
  const phase: PlanPhase = begun ? 'carrying-out' : state.phase;
  const envelope = { version: state.version, ...stamp };
  const progressed: PlanEvent = {
    type: 'documentProgressed',
    documentCode,
    news,
    phase,
    seq: state.seq + 1,
    ...envelope,
  };
  const after = evolvePlan(state, progressed);
  const complete =
    (after.phase === 'carrying-out' || after.phase === 'approved') &&
    after.measures.every((measure) => isEvidenced(after, measure));
  return complete ? [progressed, { type: 'completed', seq: state.seq + 2, ...envelope }] : [progressed];
}

/** Marks the open step due soon or overdue; nothing when its timing has not changed. */
export function planTick(state: PlanState, stamp: Pick<PlanEvent, 'at' | 'actor'>): PlanEvent[] {
  const { step } = state;
  if (!step) return [];
  const timing = timingOf(step.dueOn, dayOf(stamp.at), state.calendar);
  if (timing === step.timing) return [];
  return [
    {
      type: 'stepTimingChanged',
      step: step.key,
      timing,
      seq: state.seq + 1,
      version: state.version,
      ...stamp,
    },
  ];
}

export const clockDates = (header: PlanState['header']) => ({
  reviewOn: header.reviewOn ?? header.deadline,
  plannedSigningOn: null,
  inForceOn: null,
});

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Leaves a property out rather than setting it to undefined: events are JSON. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
