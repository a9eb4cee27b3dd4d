import { mayReadFiles } from '@tinhgon/database/queries/files/file-to-read';
import type { Actor } from '@tinhgon/rules/actor';
import { documentFiling } from '@tinhgon/rules/document/objections';
import type { Filing } from '@tinhgon/rules/files/objections';
import { planFiling } from '@tinhgon/rules/plan/objections';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { standingOf, visiblePlan } from '../commands/subject-state.ts';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';

/** What files are attached to. */
export interface FilingSubject {
  readonly kind: 'plan' | 'document';
  readonly code: string;
}

/** What decides who may attach to it. Throws Refusal NOT_FOUND where its content is not the reader's to see. */
export async function filingOf(
  context: RequestContext,
  actor: Actor,
  { kind, code }: FilingSubject,
): Promise<Filing> {
  if (kind === 'plan') return planFiling((await visiblePlan(context, actor, code)).state);
  const { state } = await standingOf(context, kind, code);
  if (!(await mayReadFiles(context.db, actor, subjectOf(kind, code)))) throw refuse('NOT_FOUND');
  return documentFiling(state);
}
