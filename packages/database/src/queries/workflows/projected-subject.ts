import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Db } from '../../schema.ts';

/** A plan or document as the record has it, and the epoch its events are in. */
export interface ProjectedSubject<State extends PlanState | DocumentState> {
  readonly state: State;
  readonly epoch: number;
}

/** What a workflow can be started from; null when there is no such plan. */
export async function projectedPlan(db: Db, code: string): Promise<ProjectedSubject<PlanState> | null> {
  const row = await db
    .selectFrom('plan')
    .innerJoin('head', (join) => join.on('head.subject', '=', `plan/${code}`))
    .select(['plan.state', 'head.epoch'])
    .where('plan.code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}

/** The same for a document. */
export async function projectedDocument(
  db: Db,
  code: string,
): Promise<ProjectedSubject<DocumentState> | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('head', (join) => join.on('head.subject', '=', `document/${code}`))
    .select(['document.state', 'head.epoch'])
    .where('document.code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}
