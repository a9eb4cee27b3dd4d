import { type Hash, hashOf } from '@tinhgon/rules/hash';

/**
 * Tells whether two commands (or starts) with one id ask for the same. Who gives it counts, what they may do
 * that day does not: assignments can change between a command and its repetition.
 */
export function commandFingerprint(command: { readonly actor: { readonly id: string } }): Hash {
  const {
    assignee: _stamped,
    calendar: _data,
    chain: _chain,
    parting: _made,
    authors: _authors,
    heir: _heir,
    receipt: _receipt,
    ...rest
  } = command as typeof command & Record<string, unknown>;
  return hashOf({ ...rest, actor: command.actor.id });
}
