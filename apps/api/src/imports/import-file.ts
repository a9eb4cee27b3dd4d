import { commitImport, type ImportCounts } from '@tinhgon/database/imports/commit-import';
import { ImportConflict } from '@tinhgon/database/imports/errors';
import { knownCodes } from '@tinhgon/database/imports/known-codes';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf, type Instant } from '@tinhgon/rules/days';
import type { ImportKind, ImportResult } from '@tinhgon/rules/views/import';
import type { Language } from '../errors/sentence.ts';
import { checkTable } from './check-table.ts';
import { kindOfImport } from './kinds/all-kinds.ts';
import { findingsOfConflict } from './conflicts.ts';
import { type Finding, type Headings, problemOf } from './problems.ts';
import { type FileType, readFile } from './read/read-file.ts';
import type { Table } from './table.ts';

export interface ImportOrder {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly type: FileType;
  readonly bytes: Buffer;
}

export interface ImportDoor {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
  /** `of` counts every row twice: once checked, once written. */
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Reads, checks and, unless it is a dry run or something is wrong, writes a file in one transaction.
 * Throws Refusal for what is wrong with the file as a whole.
 */
export async function importFile(order: ImportOrder, door: ImportDoor): Promise<ImportResult> {
  const table = await readFile(order.type, order.bytes);
  const { findings, headings, ...rest } = await importTable(order, table, door);
  return { ...rest, problems: findings.map((finding) => problemOf(finding, door.language, headings)) };
}

export interface TableImported extends Omit<ImportResult, 'problems'> {
  readonly findings: readonly Finding[];
  readonly headings: Headings;
}

/** Checks rows and, unless it is a dry run or something is wrong, writes them in one transaction: all or nothing. */
export async function importTable(
  { kind, dryRun }: Pick<ImportOrder, 'kind' | 'dryRun'>,
  table: Table,
  { db, actor, now, onProgress }: ImportDoor,
): Promise<TableImported> {
  const of = table.rows.length * 2;
  const around = { known: await knownCodes(db), today: dayOf(now), actor };
  const checked = await checkTable(kindOfImport(kind), table, around, (done) => onProgress(done, of));
  const { headings } = checked;
  const result = (findings: readonly Finding[], counts: ImportCounts = NOTHING): TableImported => ({
    kind,
    dryRun,
    rows: table.rows.length,
    ...counts,
    findings,
    headings,
  });
  if (checked.findings.length > 0) return result(checked.findings);
  try {
    const counts = await commitImport(db, kind, checked.rows, actor, now, {
      dryRun,
      onProgress: (done) => onProgress(Math.min(table.rows.length + done, of), of),
    });
    return result([], counts);
  } catch (error) {
    if (error instanceof ImportConflict) return result(findingsOfConflict(error, checked.lines));
    throw error;
  }
}

const NOTHING = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
