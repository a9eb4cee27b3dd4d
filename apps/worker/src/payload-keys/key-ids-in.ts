import type { Payload } from '@temporalio/common';
import { keyIdOf } from '@tinhgon/commands/payloads/encrypting-codec';

/** Never encrypted, whatever keys there are; the last two are the SDK's own notes on a local activity and a patch. */
const IN_THE_CLEAR = new Set(['searchAttributes', 'header', 'headers', 'data', 'patch-data']);

/** The key of each payload within a message of Temporal's, in the order they stand; null for one in the clear. */
export function keyIdsIn(message: unknown): (string | null)[] {
  if (typeof message !== 'object' || message === null || message instanceof Uint8Array) return [];
  if (isPayload(message)) return [keyIdOf(message)];
  return Object.entries(message).flatMap(([name, value]) => (IN_THE_CLEAR.has(name) ? [] : keyIdsIn(value)));
}

const isPayload = (message: object): message is Payload =>
  'metadata' in message &&
  typeof message.metadata === 'object' &&
  message.metadata !== null &&
  'encoding' in message.metadata &&
  message.metadata.encoding instanceof Uint8Array;
