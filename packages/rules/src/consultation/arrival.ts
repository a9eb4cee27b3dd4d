import type { DocumentState } from '../document/state.ts';
import { type Rejection, reject } from '../errors.ts';

/**
 * Nobody asks their own ministry for its opinion. Asked when a command arrives, not when one that was accepted is
 * carried out again: until this rule came, it could be asked.
 */
export function objectionToAskingOneself(
  { leadAgency }: Pick<DocumentState, 'leadAgency'>,
  command: { readonly type: string; readonly agencies?: readonly string[] },
): Rejection | null {
  const own = command.type === 'askConsultation' ? (command.agencies ?? []).indexOf(leadAgency) : -1;
  return own < 0 ? null : reject('INVALID_INPUT', { field: `agencies.${own}` }).rejection;
}
