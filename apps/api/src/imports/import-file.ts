import { commitImport } from '@tinhgon/database/imports/commit-import';
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
import { type Finding, problemOf } from './problems.ts';
import { type FileType, readFile } from './read/read-file.ts';

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
  const { kind, dryRun } = order;
  const { db, actor, now, language } = door;
  const table = await readFile(order.type, order.bytes);
  const of = table.rows.length * 2;
  const around = { known: await knownCodes(db), today: dayOf(now) };
  const checked = await checkTable(kindOfImport(kind), table, around, (done) => door.onProgress(done, of));
  const result = (findings: readonly Finding[], counts = NOTHING): ImportResult => ({
    kind,
    dryRun,
    rows: table.rows.length,
    ...counts,
    problems: findings.map((finding) => problemOf(finding, language, checked.headings)),
  });
  if (checked.findings.length > 0) return result(checked.findings);
  try {
    const counts = await commitImport(db, kind, checked.rows, actor, now, {
      dryRun,
      onProgress: (done) => door.onProgress(Math.min(table.rows.length + done, of), of),
    });
    return result([], counts);
  } catch (error) {
    if (error instanceof ImportConflict) return result(findingsOfConflict(error, checked.lines));
    throw error;
  }
}

const NOTHING = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
