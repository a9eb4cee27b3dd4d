import type { Trx } from '../schema.ts';
import type { CatalogueEvent } from './event.ts';

type Signed = Extract<CatalogueEvent, { readonly type: 'reportSigned' }>;
type TakenBack = Extract<CatalogueEvent, { readonly type: 'reportSignatureTakenBack' }>;

export function signatureRow({ signature, at, actor }: Signed) {
  const { report, version, number, signedOn, file, originals } = signature;
  return {
    report,
    version,
    number,
    signed_on: signedOn,
    file_name: file?.name ?? null,
    mime: file?.mime ?? null,
    bytes: file?.bytes ?? null,
    sha256: file?.sha256 ?? null,
    originals,
    recorded_at: at,
    recorded_by: actor.name,
    taken_back: null,
  };
}

/** A signature that was taken back stays, with why and by whom. */
export async function takeBackRow(trx: Trx, { report, of, reason, at, actor }: TakenBack): Promise<void> {
  await trx
    .updateTable('report_signature')
    .set({ taken_back: JSON.stringify({ reason, by: actor.name, at }) })
    .where('report', '=', report)
    .where('version', '=', of)
    .execute();
}
