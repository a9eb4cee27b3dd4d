import { type Db, maySeePlan as maySeeRecordedPlan } from '@tinhgon/database';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import { takenPart } from '@tinhgon/database/rows/plan-rows';
import type { Actor } from '@tinhgon/rules/actor';
import { dated, openRequests } from '@tinhgon/rules/dates/dated';
import { openSteps } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { maySeePlan } from '@tinhgon/rules/policy';
import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { isDatabaseSilent, within } from '../errors/database-silent.ts';
import { refuse } from '../errors/refusal.ts';
import type { CommandGate } from './command-gate.ts';

/** While the database is asked, a decision waits: no longer than this. */
export const PATIENCE_MS = 1_000;

interface Sources {
  readonly db: Db;
  readonly commands: CommandGate;
}

/**
 * How a subject stands. `epoch` is null when the workflow itself said it, because the database is away or
 * has not heard of the subject yet.
 */
export interface Standing<State> {
  readonly state: State;
  readonly epoch: number | null;
}

/** Throws Refusal NOT_FOUND: a plan one may not see does not exist. */
export async function visiblePlan(from: Sources, actor: Actor, code: string): Promise<Standing<PlanState>> {
  const standing = await standingOf(from, 'plan', code);
  // The record knows the steps of its documents too; while it is silent the plan's own must do.
  const recorded = await within(PATIENCE_MS, maySeeRecordedPlan(from.db, actor, code)).catch(() => false);
  if (recorded) return standing;
  const { state } = standing;
  const asked = dated(state);
  const seen = maySeePlan(actor, {
    leadAgency: state.leadAgency,
    coAgencies: state.header.coAgencies,
    openSteps: [
      ...openSteps(state),
      ...(openRequests(asked).length > 0 ? [{ key: 'plan-approval' as const, ...asked.decider }] : []),
    ],
    takenPart: takenPart(state),
  });
  if (!seen) throw refuse('NOT_FOUND');
  return standing;
}

/** How any subject stands, whoever asks. Throws Refusal NOT_FOUND. */
export async function standingOf<K extends WorkflowKind>(
  { db, commands }: Sources,
  kind: K,
  code: string,
): Promise<Standing<StateOf[K]>> {
  const projected = await within(PATIENCE_MS, projectedSubject(db, kind, code)).catch((error: unknown) => {
    if (isDatabaseSilent(error)) return null;
    throw error;
  });
  if (projected) return projected;
  const state = await commands.state<StateOf[K]>(subjectOf(kind, code));
  if (!state) throw refuse('NOT_FOUND');
  return { state, epoch: null };
}
