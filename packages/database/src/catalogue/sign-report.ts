import type { ReportSignature } from '@tinhgon/rules/report/signature';
import { lockHeads } from '../events/append-events.ts';
import type { Db, Trx } from '../schema.ts';
import { AlreadyRecorded, NoSuchRow, VersionMoved } from './errors.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export const reportSubject = (id: string): string => `report/${id}`;

/**
 * Records that a report was signed; the same said again is the same signature.
 * @throws AlreadyRecorded while another one stands.
 */
export async function signReport(
  db: Db,
  signature: Omit<ReportSignature, 'version'>,
  stamp: Stamp,
): Promise<{ readonly version: number }> {
  const subject = reportSubject(signature.report);
  return db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subject]);
    const newest = await newestSignature(trx, signature.report);
    if (newest && newest.taken_back === null) {
      const { number, signedOn, file } = signature;
      const isSame =
        newest.number === number && newest.signed_on === signedOn && newest.sha256 === (file?.sha256 ?? null);
      if (!isSame) throw new AlreadyRecorded();
      return { version: newest.version };
    }
    const version = (newest?.version ?? 0) + 1;
    const body = { type: 'reportSigned', signature: { ...signature, version } } as const;
    await writeCatalogue(trx, [{ subject, body }], stamp);
    return { version };
  });
}

/** Takes a signature back with a reason; it stays in the history. @throws NoSuchRow, VersionMoved, AlreadyRecorded */
export async function takeBackSignature(
  db: Db,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  stamp: Stamp,
): Promise<void> {
  const subject = reportSubject(id);
  await db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subject]);
    const newest = await newestSignature(trx, id);
    if (!newest || version > newest.version) throw new NoSuchRow();
    if (newest.version !== version) throw new VersionMoved(String(newest.version));
    if (newest.taken_back !== null) throw new AlreadyRecorded();
    const body = { type: 'reportSignatureTakenBack', report: id, of: version, reason } as const;
    await writeCatalogue(trx, [{ subject, body }], stamp);
  });
}

const newestSignature = (trx: Trx, report: string) =>
  trx
    .selectFrom('report_signature')
    .selectAll()
    .where('report', '=', report)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
