import type { Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { isSignedBy, keyIdIn, type VerifyEd25519 } from './jws.ts';
import { keyOf, type KeySet, signsAt } from './keys.ts';
import { BEGIN, commandHash, type Receipt, type Signable } from './statement.ts';

/** A command reaches its workflow within seconds; a receipt kept back for later is worth nothing. */
const GOOD_FOR_MS = 15 * 60_000;

/** What is wrong with a receipt, in words a program understands. */
export type ReceiptFlaw =
  | 'subject'
  | 'command'
  | 'commandId'
  | 'person'
  | 'signature'
  | 'keyNotInUse'
  | 'tooOld';

const flawed = (flaw: ReceiptFlaw): Rejection => reject('RECEIPT_INVALID', { details: { flaw } }).rejection;

/**
 * Why a command to `subject` is not taken for the decision of the person it names: it has no receipt, or one that
 * was made for something else or by nobody we know. `now` is left out where a command may have waited.
 */
export function objectionToReceipt(
  set: KeySet,
  subject: string,
  command: Signable & { readonly receipt?: Receipt },
  now: Instant | null,
  verify?: VerifyEd25519,
): Rejection | null {
  const { receipt } = command;
  if (!isReceipt(receipt)) return reject('RECEIPT_MISSING').rejection;
  const { statement } = receipt;
  if (statement.subject !== subject) return flawed('subject');
  if (statement.commandId !== command.commandId) return flawed('commandId');
  if (statement.type !== (command.type ?? BEGIN)) return flawed('command');
  if (statement.by.id !== command.actor.id) return flawed('person');
  if (statement.command !== commandHash(command)) return flawed('command');
  if (now !== null && Math.abs(Date.parse(now) - Date.parse(statement.at)) > GOOD_FOR_MS)
    return flawed('tooOld');
  return objectionToSignature(set, receipt, verify);
}

/** Why a receipt is not one of ours. */
export function objectionToSignature(
  set: KeySet,
  { statement, jws }: Receipt,
  verify?: VerifyEd25519,
): Rejection | null {
  const kid = keyIdIn(jws, 'receipt');
  if (kid === null) return flawed('signature');
  const key = keyOf(set, kid);
  if (!key) return reject('RECEIPT_KEY_UNKNOWN').rejection;
  if (!signsAt(key, statement.at)) return flawed('keyNotInUse');
  return isSignedBy(jws, statement, key.x, verify) ? null : flawed('signature');
}

/** Whatever was sent straight to Temporal may have any shape. */
export function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { statement, jws } = value as Partial<Receipt>;
  return (
    typeof jws === 'string' &&
    typeof statement === 'object' &&
    statement !== null &&
    typeof statement.at === 'string' &&
    typeof statement.by === 'object' &&
    statement.by !== null
  );
}
