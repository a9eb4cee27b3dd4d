import { REPORT_UNDER_WAY, type ReportAnnex, type ReportFormat } from '@tinhgon/rules/views/report';
import { createHash } from 'node:crypto';
import { storeFile } from '../files/store-file.ts';
import type { Db, Schema } from '../schema.ts';

export async function reportById(db: Db, id: string): Promise<Schema['report'] | null> {
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
  readonly data: Buffer;
}

/** Keeps one file of a report under way; written once more, the newer one stands. Throws when it has been made. */
export async function keepReportFile(db: Db, report: string, file: MadeFile): Promise<void> {
  const { format, annex, name, mime, data } = file;
  const sha256 = `sha256-${createHash('sha256').update(data).digest('hex')}`;
  const bytes = data.length;
  const pieces = async function* () {
    yield data;
  };
  const now = new Date().toISOString();
  const row = await reportById(db, report);
  if (!row || !REPORT_UNDER_WAY.includes(row.state)) throw new Error(`report ${report} is not under way`);
  await storeFile(db, { sha256, bytes, mime, data: pieces(), now, searchable: false });
  await db
    .insertInto('report_file')
    .values({ report, format, annex, name, bytes, sha256 })
    .onConflict((conflict) =>
      conflict.columns(['report', 'format', 'annex']).doUpdateSet({ name, bytes, sha256 }),
    )
    .execute();
}

/** The report is whole: what it says, beside its files. */
export async function finishReport(
  db: Db,
  id: string,
  says: { readonly simplified: number; readonly baseline: number | null },
): Promise<void> {
  await db
    .updateTable('report')
    .set((row) => ({ ...says, state: 'done', done: row.ref('total'), finished_at: new Date().toISOString() }))
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
