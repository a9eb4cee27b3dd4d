import { REPORT_UNDER_WAY, type ReportAnnex, type ReportFormat } from '@tinhgon/rules/views/report';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Selectable } from 'kysely';
import { storeFile } from '../files/store-file.ts';
import type { Db, Schema } from '../schema.ts';

export async function reportById(db: Db, id: string): Promise<Selectable<Schema['report']> | null> {
  return (await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What is made stays as it is: a try that was thought lost and goes on changes nothing any more. */
export async function noteProgress(db: Db, id: string, done: number, total: number): Promise<void> {
  await db
    .updateTable('report')
    .set({ state: 'making', done, total })
    .where('id', '=', id)
    .where('state', 'in', REPORT_UNDER_WAY)
    .execute();
}

export interface MadeFile {
  readonly format: ReportFormat;
  readonly annex: ReportAnnex | null;
  readonly name: string;
  readonly mime: string;
  /** Pieces of any length, read once. */
  readonly data: AsyncIterable<Buffer>;
}

/** Keeps one file of a report under way; written once more, the newer one stands. Throws when it has been made. */
export async function keepReportFile(db: Db, report: string, file: MadeFile): Promise<void> {
  const { format, annex, name, mime, data } = file;
  const folder = await mkdtemp(path.join(tmpdir(), 'tinhgon-report-'));
  let kept: { readonly sha256: string; readonly bytes: number };
  try {
    const place = path.join(folder, 'file');
    kept = await writtenTo(place, data);
    const now = new Date().toISOString();
    const row = await reportById(db, report);
    if (!row || !REPORT_UNDER_WAY.includes(row.state)) throw new Error(`report ${report} is not under way`);
    await storeFile(db, { ...kept, mime, data: createReadStream(place), now, searchable: false });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { sha256, bytes } = kept;
  await db
    .insertInto('report_file')
    .values({ report, format, annex, name, bytes, sha256 })
    .onConflict((conflict) =>
      conflict.columns(['report', 'format', 'annex']).doUpdateSet({ name, bytes, sha256 }),
    )
    .execute();
}

/** Files are kept under their hash, which is known at their end: until then they lie on disk, not in memory. */
async function writtenTo(place: string, data: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let bytes = 0;
  await using file = await open(place, 'wx');
  for await (const piece of data) {
    hash.update(piece);
    bytes += piece.length;
    await file.writeFile(piece);
  }
  return { sha256: `sha256-${hash.digest('hex')}`, bytes };
}

/** The report is whole: what it says, beside its files. */
export async function finishReport(
  db: Db,
  id: string,
  {
    figures,
    ...says
  }: {
    readonly simplified: number;
    readonly baseline: number | null;
    readonly figures: readonly string[];
  },
): Promise<void> {
  await db
    .updateTable('report')
    .set((row) => ({
      ...says,
      figures: JSON.stringify(figures),
      state: 'done',
      done: row.ref('total'),
      finished_at: new Date().toISOString(),
    }))
    .where('id', '=', id)
    .where('state', 'in', REPORT_UNDER_WAY)
    .execute();
}

/** It could not be made; what is half there goes. One that was made after all stays. */
export async function giveUpReport(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const given = await trx
      .updateTable('report')
      .set({ state: 'failed', finished_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('state', 'in', REPORT_UNDER_WAY)
      .executeTakeFirst();
    if (given.numUpdatedRows > 0n) await trx.deleteFrom('report_file').where('report', '=', id).execute();
  });
}
