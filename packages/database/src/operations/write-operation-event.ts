import { personRef } from '@tinhgon/rules/actor';
import type { Actor } from '@tinhgon/rules/actor';
import { FIRST_EPOCH, type Stamp } from '../catalogue/write-catalogue.ts';
import { appendEvents, enterRecord, lockHeads } from '../events/append-events.ts';
import { eventRow } from '../events/recorded-event.ts';
import type { Trx } from '../schema.ts';
import type { OperationEvent, OperationEventBody } from './event.ts';

export const operationSubject = (id: string): string => `operation/${id}`;

/** Puts one event of an operation on record, the transaction's last act. One with a known command id is there already. */
export async function writeOperationEvent(
  trx: Trx,
  id: string,
  body: OperationEventBody,
  { actor, now, commandId }: Stamp,
): Promise<void> {
  const subject = operationSubject(id);
  const head = (await lockHeads(trx, [subject])).get(subject) ?? { seq: 0, version: 0, hash: null };
  if (commandId !== undefined && (await isKnown(trx, subject, commandId))) return;
  const event: OperationEvent = {
    ...body,
    seq: head.seq + 1,
    version: head.version + 1,
    at: now,
    actor: personRef(actor as Actor),
    ...(commandId === undefined ? {} : { commandId }),
  };
  await appendEvents(trx, [eventRow(subject, FIRST_EPOCH, event, head.hash)], await enterRecord(trx));
}

async function isKnown(trx: Trx, subject: string, commandId: string): Promise<boolean> {
  const known = await trx
    .selectFrom('event')
    .select('seq')
    .where('subject', '=', subject)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return known !== undefined;
}
