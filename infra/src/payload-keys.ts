import { join } from 'node:path';
import { newPayloadKeyFile } from '@tinhgon/commands/payloads/payload-keys';
import { keepSecret } from './secrets.ts';

const NAME = 'payload-keys.json';

/** Where the launcher keeps them. */
export const payloadKeysFile = (dataDir: string): string => join(dataDir, 'secrets', NAME);

/**
 * The file with the keys that encrypt what this installation gives to Temporal, made at the first start; its key is only
 * known, and nothing encrypted, unless it is to be in use.
 */
export function keepPayloadKeys(dataDir: string, inUse = true): string {
  keepSecret(
    dataDir,
    NAME,
    () => `${JSON.stringify(newPayloadKeyFile(new Date().toISOString(), inUse), null, 2)}\n`,
  );
  return payloadKeysFile(dataDir);
}
