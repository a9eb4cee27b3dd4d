import type { Instant } from '@tinhgon/rules/day';
import type { Hash } from '@tinhgon/rules/hash';
import { SYSTEM } from '@tinhgon/rules/person';
import type { VerifyEd25519 } from '@tinhgon/rules/receipt/jws';
import { signedSince, type SignedKeySet } from '@tinhgon/rules/receipt/keys';
import { isReceipt, objectionToSignature } from '@tinhgon/rules/receipt/objection';
import { type EventRow, expectedHash } from '../events/recorded-event.ts';
import type { Chain } from './bundle.ts';
import type { Finding, Wrong } from './finding.ts';
import { isConfirmationSound } from './verify-confirmation.ts';

/** Entered by a person in a file, in one database transaction: no Update causes them. */
const IMPORTED: readonly string[] = ['planImported', 'documentImported'];

/** What is wrong with the events of one subject: with their hashes, their order and their receipts. */
export function verifyEvents(
  { subject, events }: Chain,
  keys: SignedKeySet | null,
  verify: VerifyEd25519,
): Finding[] {
  const found: Finding[] = [];
  const name = (what: Wrong, { epoch, seq }: EventRow) => found.push({ what, subject, epoch, seq });
  for (const event of events) {
    if (event.subject !== subject) name('otherSubject', event);
    if (expectedHash(event) !== event.hash) name('altered', event);
  }
  found.push(...verifyOrder(subject, events));
  if (!keys) return found;
  const since = signedSince(keys.set);
  const shown = new Set<string>();
  for (const event of events) {
    const wrong = wrongReceipt(event, keys, since, shown, verify);
    if (wrong) name(wrong, event);
  }
  return found;
}

/**
 * Events follow each other by number and hash. A later epoch begins where a workflow was set back: from there on its
 * events take the place of the earlier ones, which stay.
 */
function verifyOrder(subject: string, events: readonly EventRow[]): Finding[] {
  const found: Finding[] = [];
  let hashes: (Hash | null)[] = [null];
  let epoch = events[0]?.epoch ?? 1;
  for (const event of events) {
    const name = (what: Wrong) => found.push({ what, subject, epoch: event.epoch, seq: event.seq });
    const { seq } = event;
    if (event.epoch < epoch) {
      name('reordered');
      continue;
    }
    if (event.epoch > epoch) {
      epoch = event.epoch;
      hashes = hashes.slice(0, Math.max(seq, 1));
    }
    if (seq < hashes.length) {
      name(hashes[seq] === event.hash ? 'repeated' : 'reordered');
      continue;
    }
    if (seq > hashes.length) {
      // A later one that stands too early, or one that is not there at all.
      const isLater = events.some((other) => other.epoch === event.epoch && other.seq === hashes.length);
      name(isLater ? 'reordered' : 'missing');
      while (hashes.length < seq) hashes.push(null);
    } else if ((hashes[seq - 1] ?? null) !== event.prev_hash) name('notChained');
    hashes[seq] = event.hash;
  }
  return found;
}

function wrongReceipt(
  event: EventRow,
  { set }: SignedKeySet,
  since: Instant | null,
  shown: Set<string>,
  verify: VerifyEd25519,
): Wrong | null {
  const { actor_id: person, command_id: commandId, payload } = event;
  const { receipt, fingerprint } = payload;
  if (receipt === undefined) {
    if (person === SYSTEM.id || since === null || event.at < since) return null;
    if (commandId === null) return IMPORTED.includes(event.type) ? null : 'noReceipt';
    return shown.has(`${commandId} ${person}`) ? null : 'noReceipt';
  }
  if (!isReceipt(receipt)) return 'noReceipt';
  const { statement } = receipt;
  const fits =
    statement.subject === subjectOfReceipt(event) &&
    statement.commandId === commandId &&
    statement.by.id === person &&
    statement.by.name === event.actor_name &&
    (fingerprint === undefined || statement.fingerprint === fingerprint);
  if (!fits) return 'otherReceipt';
  const objection = objectionToSignature(set, receipt, verify);
  if (objection?.code === 'RECEIPT_KEY_UNKNOWN') return 'unknownKey';
  const pastItsDay = objection?.details?.['flaw'] === 'keyNotInUse';
  if (objection && !pastItsDay) return 'wrongSignature';
  if (!isConfirmationSound(statement)) return 'wrongConfirmation';
  shown.add(`${commandId} ${person}`);
  return pastItsDay ? 'keyNotInUse' : null;
}

/** A plan that was split off begins with the decision to split the other. */
function subjectOfReceipt({ subject, type, payload }: EventRow): string {
  if (type !== 'planSplitOff') return subject;
  const { splitFrom } = (payload['state'] ?? {}) as { readonly splitFrom?: { readonly code?: string } };
  return `plan/${splitFrom?.code}`;
}
