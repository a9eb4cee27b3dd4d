import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import { encryptingCodec, keyIdOf } from './encrypting-codec.ts';
import type { PayloadKeys } from './payload-keys.ts';

const { Payload: Message } = proto.temporal.api.common.v1;

/** A text to be kept in the database as what goes to Temporal is kept there: sealed with the payload key in use. */
export async function sealText(keys: PayloadKeys, text: string): Promise<string> {
  const [sealed] = await encryptingCodec(keys).encode([defaultPayloadConverter.toPayload(text) as Payload]);
  return Buffer.from(Message.encode(sealed ?? {}).finish()).toString('base64');
}

/** @throws PayloadUnreadable */
export async function openText(keys: PayloadKeys, sealed: string): Promise<string> {
  const [opened] = await encryptingCodec(keys).decode([payloadIn(sealed)]);
  return defaultPayloadConverter.fromPayload<string>(opened as Payload);
}

/** Whether it is sealed with the key in use, or with none where none is. */
export const isSealedAnew = (keys: PayloadKeys, sealed: string): boolean =>
  keyIdOf(payloadIn(sealed)) === keys.ids().current;

const payloadIn = (sealed: string): Payload => Message.decode(Buffer.from(sealed, 'base64'));
