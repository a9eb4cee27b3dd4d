import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { sql } from 'kysely';
import type { Db, Trx } from '../../schema.ts';

/** A subject as the record has it, and the epoch its events are in. */
export interface ProjectedSubject<State> {
  readonly state: State;
  readonly epoch: number;
}

/** What a workflow can be started from; null when the record knows no such subject. */
export async function projectedSubject<K extends WorkflowKind>(
  db: Db | Trx,
  kind: K,
  code: string,
): Promise<ProjectedSubject<StateOf[K]> | null> {
  const { rows } = await sql<ProjectedSubject<StateOf[K]>>`
    select row.state, head.epoch
    from ${sql.table(kind)} row join head on head.subject = ${`${kind}/${code}`}
    where row.code = ${code}`.execute(db);
  return rows[0] ?? null;
}
