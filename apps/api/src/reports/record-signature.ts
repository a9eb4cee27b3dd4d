import { AlreadyRecorded } from '@tinhgon/database/catalogue/errors';
import { signReport } from '@tinhgon/database/catalogue/sign-report';
import { getReport } from '@tinhgon/database/queries/reports/list-reports';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { mayKeepRecord } from '@tinhgon/rules/policy';
import {
  isSignedFormat,
  objectionToSignature,
  type SignatureWords,
  type SignedCopy,
} from '@tinhgon/rules/report/signature';
import type { ReportView } from '@tinhgon/rules/views/report';
import { Refusal, refuse } from '../errors/refusal.ts';
import { today } from '../routes/as-at.ts';
import { stampOf } from '../routes/catalogue/keeping.ts';
import { found } from '../routes/found.ts';

/** The report, where `actor` may say of it that it was signed with these words. Throws Refusal. */
export async function signable(db: Db, actor: Actor, id: string, words: SignatureWords): Promise<ReportView> {
  if (!mayKeepRecord(actor)) throw refuse('FORBIDDEN');
  const report = found(await getReport(db, id));
  const objection = objectionToSignature(report, words, today());
  if (objection) throw new Refusal(objection);
  return report;
}

/** Records that a report was signed, with the copy that came back where there is one. Throws Refusal. */
export async function recordSignature(
  db: Db,
  actor: Actor,
  { id, programme, asAt, knownAt, files }: ReportView,
  words: SignatureWords,
  file: SignedCopy | null,
): Promise<{ readonly version: number }> {
  const originals = files
    .filter(({ format }) => isSignedFormat(format))
    .map(({ format, sha256 }) => ({ format, sha256 }));
  const signature = { ...words, report: id, programme, asAt, knownAt, file, originals };
  return signReport(db, signature, stampOf(actor)).catch((error: unknown) => {
    throw error instanceof AlreadyRecorded
      ? refuse('ALREADY_SIGNED', { details: { reason: 'report' } })
      : error;
  });
}
