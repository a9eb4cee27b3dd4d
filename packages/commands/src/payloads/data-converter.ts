import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { encryptingCodec } from './encrypting-codec.ts';
import { NO_PAYLOAD_KEYS, openPayloadKeys, type PayloadKeys } from './payload-keys.ts';

/** The part of the sandbox of workflows, which is built from this file too. */
const FAILURE_CONVERTER = fileURLToPath(import.meta.resolve('@tinhgon/workflows/failure-converter'));

interface Notices {
  readonly info: (about: object, message: string) => void;
  readonly warn: (message: string) => void;
}

export interface Payloads {
  readonly keys: PayloadKeys;
  /** What every client and worker of ours is given: all that goes to Temporal and comes from it passes through. */
  readonly dataConverter: DataConverter;
}

/** How this process writes and reads payloads: with the keys of `PAYLOAD_KEYS_FILE`, or, without one, as they are. */
export function openPayloads(file: string | undefined, log?: Notices): Payloads {
  const keys =
    file === undefined
      ? NO_PAYLOAD_KEYS
      : openPayloadKeys(file, (ids) => log?.info({ payloadKeys: ids }, 'payload keys have changed'));
  if (keys.ids().current === null) {
    log?.warn('what goes to Temporal is not encrypted: no payload key is in use (PAYLOAD_KEYS_FILE)');
  }
  return {
    keys,
    dataConverter: { failureConverterPath: FAILURE_CONVERTER, payloadCodecs: [encryptingCodec(keys)] },
  };
}
