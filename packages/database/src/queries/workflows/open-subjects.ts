import type { WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../schema.ts';

const isOpen = sql<boolean>`phase <> all(${[...CLOSED_PHASES]}::text[])`;

/** When a workflow must be running for a row of each kind. */
const RUNS_WHILE: Readonly<Record<WorkflowKind, RawBuilder<boolean>>> = {
  plan: isOpen,
  // A closed document waits for its correction to be confirmed.
  document: sql<boolean>`(${isOpen} or jsonb_array_length(state -> 'corrections') > 0)`,
  bottleneck: sql<boolean>`phase not in ('accepted', 'withdrawn')`,
  campaign: sql<boolean>`phase = 'open'`,
  inspection: sql<boolean>`phase = 'open'`,
};

/** Subjects a workflow must be running for. */
export async function openSubjects(
  db: Db,
): Promise<{ readonly kind: WorkflowKind; readonly code: string }[]> {
  const kinds = Object.entries(RUNS_WHILE) as [WorkflowKind, RawBuilder<boolean>][];
  const found = await Promise.all(
    kinds.map(async ([kind, runs]) => {
      const { rows } = await sql<{ code: string }>`
        select code from ${sql.table(kind)} where ${runs} order by code`.execute(db);
      return rows.map(({ code }) => ({ kind, code }));
    }),
  );
  return found.flat();
}
