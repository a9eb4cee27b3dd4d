import { contentsOf, storeContent } from '@tinhgon/database';
import { isTaken, SPLIT_KEY } from '@tinhgon/database/at-work/held-codes';
import { removeDraft, saveDraft } from '@tinhgon/database/at-work/drafts';
import type { Actor } from '@tinhgon/rules/actor';
import { planContentSchema } from '@tinhgon/rules/content';
import type { PlanCommand } from '@tinhgon/rules/plan/command';
import { objectionToPlanAction } from '@tinhgon/rules/plan/objections';
import { objectionToParting } from '@tinhgon/rules/plan/parting';
import type { Parting } from '@tinhgon/rules/plan/split';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { planSubject } from '@tinhgon/workflows/subject/messages';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { nextCode, reserveCode } from './begin.ts';
import { storing, whileAnswering } from './storing.ts';

type Split = Extract<PlanCommand, { type: 'split' }>;

/**
 * The code of the plan to be split off, held for it, and what each of the two says from then on, stored. Throws
 * Refusal.
 */
export async function partingOf(
  context: RequestContext,
  actor: Actor,
  state: PlanState,
  command: Split,
): Promise<Pick<Parting, 'into' | 'contents'>> {
  if (command.expectedVersion > state.version) throw await aheadOfRecord(context, state, command);
  // The client is behind: the workflow says so, or what it answered to this command before.
  if (command.expectedVersion < state.version) {
    return { into: command.newCode ?? state.code, contents: { rest: state.content, part: state.content } };
  }
  const objection =
    objectionToPlanAction(state, 'split', actor) ?? objectionToParting(state, actor, command.procedureCodes);
  if (objection) throw new Refusal(objection);
  return await storing(async () => ({
    contents: await storeParts(context, state, command),
    into: await holdCode(context, actor, state, command),
  }));
}

/** Either the record is behind what the client saw, and what the plan says now is not known here; or nobody ever saw it. */
async function aheadOfRecord(
  { commands }: RequestContext,
  { code, version }: PlanState,
  { expectedVersion }: Split,
): Promise<Refusal> {
  const running = await commands.state<PlanState>(planSubject(code));
  return running !== null && running.version >= expectedVersion
    ? refuse('UNAVAILABLE', { details: { reason: 'unsure' } })
    : refuse('STALE_VERSION', { details: { version: running?.version ?? version } });
}

async function storeParts({ db }: RequestContext, state: PlanState, { procedureCodes, name }: Split) {
  const content = planContentSchema.parse((await contentsOf(db, [state.content])).get(state.content));
  const leaves = (measure: { readonly procedureCode: string }) =>
    procedureCodes.includes(measure.procedureCode);
  const rest = { ...content, measures: content.measures.filter((measure) => !leaves(measure)) };
  const part = { ...content, name, measures: content.measures.filter(leaves) };
  return { rest: await storeContent(db, rest), part: await storeContent(db, part) };
}

/** The code the client names, or the next of the agency's year; held before the command, so that it stays free. */
async function holdCode(
  { db, commands }: RequestContext,
  actor: Actor,
  state: PlanState,
  { commandId, newCode }: Split,
): Promise<string> {
  const key = `${SPLIT_KEY}${commandId}`;
  const prefix = `${state.leadAgency}-${state.year}`;
  let code = newCode ?? (await reserveCode(db, actor, key, prefix));
  for (;;) {
    await saveDraft(db, actor.id, key, { code }, new Date().toISOString());
    const subject = planSubject(code);
    const taken =
      (await isTaken(db, subject, commandId, 'split')) || (await commands.state(subject)) !== null;
    if (!taken) return code;
    if (newCode !== undefined) throw refuse('CODE_TAKEN', { field: 'newCode' });
    code = await nextCode(db, prefix);
  }
}

/** Lets go of a held code: it is on record now, or the split was refused. */
export async function releaseCode({ db }: RequestContext, actor: Actor, commandId: string): Promise<void> {
  await whileAnswering(removeDraft(db, actor.id, `${SPLIT_KEY}${commandId}`));
}
