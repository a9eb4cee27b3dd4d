import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { PayloadKey, PayloadKeys } from './payload-keys.ts';

const { Payload: Message } = proto.temporal.api.common.v1;

const CIPHER = 'aes-256-gcm';
/** What Temporal's own examples and UI call it. */
export const ENCRYPTED = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A payload that cannot be read. The message is for operators and names no content. */
export class PayloadUnreadable extends Error {
  override readonly name = 'PayloadUnreadable';
  readonly keyId: string;

  constructor(keyId: string, reason: string) {
    super(`A payload encrypted with the key ${JSON.stringify(keyId)} cannot be read: ${reason}`);
    this.keyId = keyId;
  }
}

/**
 * Encrypts what goes to Temporal and reads what comes from it; what was written before there were keys is read as it is.
 * A whole payload, the name of its own encoding included, becomes the content of another, sealed with a nonce of its
 * own; the names of cipher and key in the clear are bound to it.
 */
export const encryptingCodec = (keys: PayloadKeys): PayloadCodec => ({
  encode: async (payloads) => {
    const key = keys.current();
    return key === null ? payloads : payloads.map((one) => seal(one, key));
  },
  decode: async (payloads) => payloads.map((one) => open(one, keys)),
});

/** The key a payload is encrypted with; null where it is not. */
export function keyIdOf({ metadata }: Pick<Payload, 'metadata'>): string | null {
  if (textOf(metadata?.['encoding']) !== ENCRYPTED) return null;
  return textOf(metadata?.[KEY_ID]);
}

function seal(payload: Payload, { id, key }: PayloadKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(id));
  const sealed = [nonce, cipher.update(Message.encode(payload).finish()), cipher.final()];
  return {
    metadata: { encoding: Buffer.from(ENCRYPTED), [KEY_ID]: Buffer.from(id) },
    data: Buffer.concat([...sealed, cipher.getAuthTag()]),
  };
}

function open(payload: Payload, keys: PayloadKeys): Payload {
  const id = keyIdOf(payload);
  if (id === null) return payload;
  const key = keys.find(id);
  if (key === null) throw new PayloadUnreadable(id, 'PAYLOAD_KEYS_FILE does not hold this key');
  const data = payload.data ?? new Uint8Array();
  try {
    const decipher = createDecipheriv(CIPHER, key, data.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(id));
    decipher.setAuthTag(data.subarray(-TAG_BYTES));
    const clear = decipher.update(data.subarray(NONCE_BYTES, -TAG_BYTES));
    return Message.decode(Buffer.concat([clear, decipher.final()]));
  } catch {
    throw new PayloadUnreadable(id, 'it was changed, cut, or encrypted with another key of this name');
  }
}

/** A payload whose key or cipher was renamed on its way is no longer what was sealed. */
const boundTo = (id: string): Buffer => Buffer.from(`tinhgon payload 1\n${ENCRYPTED}\n${id}`);

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
