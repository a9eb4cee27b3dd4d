import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { Instant } from '@tinhgon/rules/days';
import type { ImportKind } from '@tinhgon/rules/views/import';
import { currentTables } from '../record/current-tables.ts';
import type { Db, Trx } from '../schema.ts';
import { commitBaselines } from './commit-baselines.ts';
import { commitCalendar } from './commit-calendar.ts';
import { commitDocuments } from './commit-documents.ts';
import { commitEvidence } from './commit-evidence.ts';
import { commitIndicatorFigures } from './commit-indicator-figures.ts';
import { commitMinistries } from './commit-ministries.ts';
import { commitPlans } from './commit-plans.ts';
import { commitProcedures } from './commit-procedures.ts';
import { commitProgrammeTasks } from './commit-programme-tasks.ts';
import type { ImportRows, RowsOf } from './rows.ts';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** Workflows this import leaves to be started. */
  toStart: number;
  /** Changes this import proposes, of kinds that take a second person. */
  toApprove?: number;
}

export interface ImportOptions {
  /** Counts what would happen, and writes nothing. */
  readonly dryRun?: boolean;
  /** Hears how many rows have been made ready to be written. */
  readonly onProgress?: (done: number) => void;
}

/** What each kind of import is given. */
export interface ImportRun {
  readonly trx: Trx;
  readonly actor: Actor;
  readonly now: Instant;
  readonly dryRun: boolean;
  readonly onProgress: (done: number) => void;
}

const MANY_ROWS = 500;

type Committers = { [K in ImportKind]: (run: ImportRun, rows: RowsOf<K>) => Promise<ImportCounts> };

const COMMITTERS: Committers = {
  ministries: commitMinistries,
  procedures: commitProcedures,
  baselines: commitBaselines,
  documents: commitDocuments,
  evidence: commitEvidence,
  plans: commitPlans,
  calendar: commitCalendar,
  'indicator-figures': commitIndicatorFigures,
  'programme-tasks': commitProgrammeTasks,
};

/**
 * Takes checked rows into the record in one transaction, all or nothing, each changed one with its event. Rows
 * that say what is there already change nothing, so that the same file twice is as good as once.
 *
 * @throws ImportConflict when a row would change a plan or document that people already work on.
 */
export async function commitImport<K extends ImportKind>(
  db: Db,
  kind: K,
  rows: readonly ImportRows[K][],
  actor: Actor,
  now: Instant,
  { dryRun = false, onProgress = () => {} }: ImportOptions = {},
): Promise<ImportCounts> {
  const counts = await db
    .transaction()
    .execute((trx) => COMMITTERS[kind]({ trx, actor, now, dryRun, onProgress }, rows));
  // Totals asked for before the database's own housekeeping comes by would be planned for empty tables.
  if (!dryRun && rows.length >= MANY_ROWS) {
    await sql`analyze ${sql.join(currentTables.map((table) => sql.table(table)))}`.execute(db);
  }
  return counts;
}
