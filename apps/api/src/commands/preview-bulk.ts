import type { Actor } from '@tinhgon/rules/actor';
import type { DateRequest } from '@tinhgon/rules/dates/book';
import { dated } from '@tinhgon/rules/dates/dated';
import { documentContentHash, type DocumentState } from '@tinhgon/rules/document/state';
import { objectionToDocumentCommand } from '@tinhgon/rules/document/objections';
import { stepFor } from '@tinhgon/rules/document/step-for';
import type { StampedDocumentCommand } from '@tinhgon/rules/document/command';
import type { Rejection } from '@tinhgon/rules/errors';
import { type BulkAction, bulkTask, type ChosenItem } from '@tinhgon/rules/operation/bulk';
import { isDateDecision, requestFor } from '@tinhgon/rules/operation/bulk-decisions';
import { movedDate } from '@tinhgon/rules/operation/bulk-dates';
import type { StampedPlanCommand } from '@tinhgon/rules/plan/command';
import { laneFor, openSteps } from '@tinhgon/rules/plan/lanes';
import { objectionToPlanCommand } from '@tinhgon/rules/plan/objections';
import { planContentHash, type PlanState } from '@tinhgon/rules/plan/state';
import type { previewItem } from '@tinhgon/rules/views/operation';
import { statesOfDocuments, statesOfPlans } from '@tinhgon/database/queries/operations/states';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';

type Preview = z.infer<typeof previewItem>;

/**
 * What would come of an action on each chosen plan and document as they stand now, by the rules that judge it
 * later. Plans the reader may not see do not exist. Throws Refusal UNKNOWN_PERSON.
 */
export async function previewBulk(
  { db, people }: Pick<RequestContext, 'db' | 'people'>,
  actor: Actor,
  action: BulkAction,
  chosen: readonly ChosenItem[],
): Promise<Preview[]> {
  const codesOf = (kind: ChosenItem['kind']) =>
    chosen.filter((one) => one.kind === kind).map(({ code }) => code);
  const [plans, documents, assignee] = await Promise.all([
    statesOfPlans(db, actor, codesOf('plan')),
    statesOfDocuments(db, codesOf('document')),
    action.type === 'reassign' ? people.byId(action.to) : null,
  ]);
  if (action.type === 'reassign' && !assignee) throw refuse('UNKNOWN_PERSON', { field: 'action.to' });
  const now = new Date().toISOString();
  const decided = new Set<string>();
  return chosen.map((one) => {
    const state = one.kind === 'plan' ? plans.get(one.code) : documents.get(one.code);
    if (!state) return unknown(one);
    const contentHash = state.kind === 'plan' ? planContentHash(state) : documentContentHash(state);
    const seen = { expectedVersion: state.version, contentHash };
    const asked = isDateDecision(action.type) ? requestFor(state, one.date) : null;
    const request = asked?.ok ? asked.value : null;
    const moved = action.type === 'requestDateChange' ? movedDate(state, action) : null;
    const to = moved?.ok ? moved.value.to : undefined;
    const task = bulkTask(action, { ...one, ...seen, ...(request ? { requestId: request.id } : {}) }, to);
    const command = { ...task, commandId: randomUUID(), actor, ...(assignee ? { assignee } : {}) };
    const objection =
      (moved && !moved.ok ? moved.rejection : null) ??
      (asked && !asked.ok ? asked.rejection : null) ??
      (state.kind === 'plan'
        ? objectionToPlanCommand(state, command as StampedPlanCommand, now)
        : objectionToDocumentCommand(state, command as StampedDocumentCommand, now));
    const subject = `${one.kind}/${one.code}`;
    // Each decision makes a new version: the next one is about what nobody has seen yet.
    const isSecond = request !== null && decided.has(subject);
    if (objection === null) decided.add(subject);
    return {
      kind: one.kind,
      subject: one.code,
      title: state.kind === 'plan' ? state.header.name : state.header.title,
      step: request ? `date-${request.date}` : stepOf(state, action, actor, one),
      ...seen,
      date: request ? movedBy(state, request) : moved?.ok ? moved.value : null,
      request: request && viewOf(request),
      ...permissionOf(objection ?? (isSecond ? { code: 'OTHER_DATE_FIRST' } : null)),
    };
  });
}

/** The day it stands at now and the one asked for: it may have moved since. */
const movedBy = (state: PlanState | DocumentState, { date, to }: DateRequest) => ({
  from: dated(state).present[date] ?? null,
  to,
});

const viewOf = ({ id, date, reason, askedBy }: DateRequest): Preview['request'] => ({
  id,
  date,
  reason,
  askedBy,
});

function stepOf(
  state: PlanState | DocumentState,
  action: BulkAction,
  actor: Actor,
  one: ChosenItem,
): string | null {
  if (state.kind === 'plan') {
    return laneFor(state, action.type, actor, one.step)?.step.key ?? openSteps(state)[0]?.key ?? null;
  }
  return stepFor(state, action.type, actor, one.step)?.key ?? state.steps[0]?.key ?? null;
}

const permissionOf = (objection: Rejection | null): Pick<Preview, 'allowed' | 'code' | 'details'> =>
  objection === null
    ? { allowed: true }
    : {
        allowed: false,
        code: objection.code,
        ...(objection.details ? { details: { ...objection.details } } : {}),
      };

const unknown = ({ kind, code }: ChosenItem): Preview => ({
  kind,
  subject: code,
  title: code,
  step: null,
  expectedVersion: 0,
  contentHash: null,
  date: null,
  request: null,
  ...permissionOf({ code: 'NOT_FOUND' }),
});
