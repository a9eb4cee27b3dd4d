import { type Db, maySeePlan as maySeeRecordedPlan } from '@tinhgon/database';
import {
  projectedDocument,
  projectedPlan,
  type ProjectedSubject,
} from '@tinhgon/database/queries/workflows/projected-subject';
import { takenPart } from '@tinhgon/database/rows/plan-rows';
import type { Actor } from '@tinhgon/rules/actor';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { maySeePlan } from '@tinhgon/rules/policy';
import { documentSubject, planSubject } from '@tinhgon/workflows/subject/messages';
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
  const standing = await standingOf<PlanState>(from, planSubject(code), (db) => projectedPlan(db, code));
  if (!standing) throw refuse('NOT_FOUND');
  // The record knows the steps of its documents too; while it is silent the plan's own must do.
  const recorded = await within(PATIENCE_MS, maySeeRecordedPlan(from.db, actor, code)).catch(() => false);
  if (recorded) return standing;
  const { state } = standing;
  const seen = maySeePlan(actor, {
    leadAgency: state.leadAgency,
    coAgencies: state.header.coAgencies,
    openSteps: state.step ? [state.step] : [],
    takenPart: takenPart(state),
  });
  if (!seen) throw refuse('NOT_FOUND');
  return standing;
}

/** Throws Refusal NOT_FOUND. Documents are seen by everyone signed in. */
export async function standingDocument(from: Sources, code: string): Promise<Standing<DocumentState>> {
  const standing = await standingOf<DocumentState>(from, documentSubject(code), (db) =>
    projectedDocument(db, code),
  );
  if (!standing) throw refuse('NOT_FOUND');
  return standing;
}

async function standingOf<State extends PlanState | DocumentState>(
  { db, commands }: Sources,
  subject: string,
  project: (db: Db) => Promise<ProjectedSubject<State> | null>,
): Promise<Standing<State> | null> {
  const projected = await within(PATIENCE_MS, project(db)).catch((error: unknown) => {
    if (isDatabaseSilent(error)) return null;
    throw error;
  });
  if (projected) return projected;
  const state = await commands.state<State>(subject);
  return state && { state, epoch: null };
}
