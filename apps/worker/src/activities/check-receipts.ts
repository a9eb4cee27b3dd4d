import { type KeyRing, verifyNatively } from '@tinhgon/commands/receipts/key-ring';
import type { Db } from '@tinhgon/database/schema';
import { SYSTEM } from '@tinhgon/rules/person';
import type { Rejection } from '@tinhgon/rules/errors';
import type { EventEnvelope } from '@tinhgon/rules/plan/event';
import { signedSince } from '@tinhgon/rules/receipt/keys';
import { isReceipt, objectionToSignature } from '@tinhgon/rules/receipt/objection';
import { sql } from 'kysely';

/** An event that says a person decided, with nothing that shows it. */
export class NoReceipt extends Error {
  override readonly name = 'NoReceipt';
}

/**
 * Keeps out of the record what names a person and carries no receipt for it. The workflow's validators look first;
 * whoever may start workflows in Temporal could start one that knows other keys, or none.
 *
 * @throws NoReceipt
 */
export async function checkReceipts(
  db: Db,
  { keySet: { set } }: KeyRing,
  subject: string,
  events: readonly EventEnvelope[],
): Promise<void> {
  const since = signedSince(set);
  const shown = new Set<string>();
  for (const { actor, commandId, receipt, fingerprint, at, seq } of events) {
    if (actor.id === SYSTEM.id || commandId === undefined || shown.has(commandId)) continue;
    if (receipt === undefined) {
      if (since !== null && at < since) continue;
      if (!(await isShown(db, subject, commandId, actor.id))) {
        throw new NoReceipt(`${subject}: event ${seq} names a person and has no receipt`);
      }
      continue;
    }
    const fits =
      isReceipt(receipt) &&
      receipt.statement.subject === subject &&
      receipt.statement.commandId === commandId &&
      receipt.statement.by.id === actor.id &&
      (fingerprint === undefined || receipt.statement.fingerprint === fingerprint);
    if (!fits) throw new NoReceipt(`${subject}: the receipt of event ${seq} is another's`);
    const objection = objectionToSignature(set, receipt, verifyNatively);
    // The day of the key was over and an API that had not been told signed on: the person has their answer, and a
    // decision that was answered is not lost. Whoever verifies is told. A thief of the key would have named an
    // earlier moment.
    if (objection && !isPastItsDay(objection))
      throw new NoReceipt(`${subject}: the receipt of event ${seq} is not ours: ${objection.code}`);
    shown.add(commandId);
  }
}

const isPastItsDay = ({ details }: Rejection): boolean => details?.['flaw'] === 'keyNotInUse';

/** Whether an earlier event of the same command, with its receipt, is on record. */
async function isShown(db: Db, subject: string, commandId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('event')
    .select('seq')
    .where('subject', '=', subject)
    .where('command_id', '=', commandId)
    .where('actor_id', '=', personId)
    .where(sql<boolean>`payload ? 'receipt'`)
    .executeTakeFirst();
  return found !== undefined;
}
