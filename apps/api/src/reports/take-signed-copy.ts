import type { Actor } from '@tinhgon/rules/actor';
import { objectionToCopy, type SignatureWords, type SignedCopy } from '@tinhgon/rules/report/signature';
import { Refusal } from '../errors/refusal.ts';
import { type SentBytes, takeInFile } from '../files/take-in-file.ts';
import type { RequestContext } from '../request-context.ts';
import { recordSignature, signable } from './record-signature.ts';

export interface SentCopy extends SentBytes {
  readonly id: string;
  readonly words: SignatureWords;
}

/**
 * Takes in the copy of a report that came back signed. Who may not hears so before the bytes come, and the bytes are
 * stored before the event that names them. Throws Refusal.
 */
export async function takeSignedCopy(
  context: Pick<RequestContext, 'db'>,
  actor: Actor,
  { id, words, ...sent }: SentCopy,
): Promise<{ readonly version: number }> {
  const { db } = context;
  const report = await signable(db, actor, id, words);
  return takeInFile(db, actor, sent, async (copy: SignedCopy, store) => {
    const objection = objectionToCopy(report.files, copy.sha256);
    if (objection) throw new Refusal(objection);
    await store();
    return recordSignature(db, actor, report, words, copy);
  });
}
