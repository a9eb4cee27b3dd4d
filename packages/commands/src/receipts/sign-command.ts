import type { Confirmation } from '@tinhgon/rules/receipt/confirmation';
import { type Receipt, type Signable, type SignedIn, statementOf } from '@tinhgon/rules/receipt/statement';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import type { KeyRing } from './key-ring.ts';

/**
 * A command to `subject` with its receipt, as the API gives it for a person it knows. Without keys it goes as it is:
 * that installation asks for no receipts.
 */
export function signCommand<C extends Signable>(
  ring: KeyRing | null,
  subject: string,
  command: C,
  signedIn: SignedIn,
  confirmed?: Confirmation,
): C & { readonly receipt?: Receipt } {
  if (!ring) return command;
  const fingerprint = commandFingerprint(command);
  const now = new Date().toISOString();
  // A clock that is behind does not make a key sign before it was made.
  const at = now < ring.since ? ring.since : now;
  const statement = statementOf(subject, command, { fingerprint, at, signedIn, confirmed });
  return { ...command, receipt: { statement, jws: ring.sign('receipt', statement) } };
}
