import { revokeDelegation, saveAssignment, savePerson } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import { laterOf } from '@tinhgon/rules/day';
import { hashOf } from '@tinhgon/rules/hash';
import type { LeavingChoices } from '@tinhgon/rules/leaving';
import type { DocumentCommand } from '@tinhgon/rules/document/command';
import type { PlanCommand } from '@tinhgon/rules/plan/command';
import type { LeavingResult, LeavingView } from '@tinhgon/rules/views/leaving';
import { giveDocumentCommand } from '../commands/give-document-command.ts';
import { givePlanCommand } from '../commands/give-plan-command.ts';
import { standingOf, visiblePlan } from '../commands/subject-state.ts';
import { rejectionOf } from '../errors/rejection-of.ts';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { today } from '../routes/as-at.ts';
import { stampOf } from '../routes/catalogue/keeping.ts';
import { previewLeaving } from './preview-leaving.ts';

/**
 * Sees somebody off: successors first, then the person can no longer act, then what they had claimed goes where it
 * was to go, then assignments and delegations end. What it does is read from the record each time, so asking again
 * goes on where it was interrupted. Throws Refusal while a step would have nobody left.
 */
export async function carryOutLeaving(
  context: RequestContext,
  actor: Actor,
  personId: string,
  choices: LeavingChoices,
): Promise<LeavingResult> {
  const { db } = context;
  const { person, view } = await previewLeaving(context, actor, personId, choices);
  if (!view.ready) {
    const items = view.items.filter(({ goesTo }) => goesTo === null);
    throw refuse('NO_HOLDER_LEFT', {
      field: 'successors',
      details: { count: items.length, items: items.map(({ code }) => code).join(', ') },
    });
  }
  const results: LeavingResult['results'] = [];
  const attempt = async (
    what: LeavingResult['results'][number]['what'],
    id: string,
    act: () => Promise<unknown>,
  ) => {
    try {
      await act();
      results.push({ what, id, outcome: 'done', code: null });
    } catch (error) {
      results.push({ what, id, outcome: 'failed', code: rejectionOf(error).code });
    }
  };
  for (const held of view.assignments) {
    const { successor } = held;
    if (!successor) continue;
    const next = {
      id: uuidOf([held.id, successor.id]),
      personId: successor.id,
      function: held.function,
      agency: held.agency?.code ?? null,
      from: today(),
      to: null,
    };
    await attempt('successor', held.id, () => saveAssignment(db, next, stampOf(actor)));
  }
  // What is to be done with the steps depends on the successors.
  if (results.some(({ outcome }) => outcome === 'failed')) return { done: false, results };
  if (person.active) {
    await attempt('person', person.id, () => savePerson(db, { ...person, active: false }, stampOf(actor)));
  }
  context.people.forgetAll();
  for (const item of view.items) {
    if (item.held) await attempt('item', item.id, () => passOn(context, actor, item));
  }
  for (const { id, function: code, agency, from } of view.assignments) {
    const ended = {
      id,
      personId,
      function: code,
      agency: agency?.code ?? null,
      from,
      to: laterOf(today(), from),
    };
    await attempt('assignment', id, () => saveAssignment(db, ended, stampOf(actor)));
  }
  for (const { id } of view.delegations) {
    await attempt('delegation', id, () => revokeDelegation(db, actor, id, new Date().toISOString()));
  }
  context.people.forgetAll();
  return { done: results.every(({ outcome }) => outcome === 'done'), results };
}

/** A claimed step to somebody, or back to its unit, through its workflow. */
async function passOn(
  context: RequestContext,
  actor: Actor,
  { id, subject, code, step, goesTo }: LeavingView['items'][number],
): Promise<void> {
  const { state } = await (subject === 'plan'
    ? visiblePlan(context, actor, code)
    : standingOf(context, 'document', code));
  const commandId = uuidOf([id, state.version]);
  const given = { commandId, expectedVersion: state.version, step };
  const command =
    goesTo?.kind === 'person'
      ? { ...given, type: 'reassign' as const, to: goesTo.person.id }
      : { ...given, type: 'release' as const };
  await (subject === 'plan'
    ? givePlanCommand(context, actor, code, command as PlanCommand)
    : giveDocumentCommand(context, actor, code, command as DocumentCommand));
}

/** The same for the same facts, so that what is repeated is the same command. */
function uuidOf(facts: readonly unknown[]): string {
  const hex = hashOf(facts);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
