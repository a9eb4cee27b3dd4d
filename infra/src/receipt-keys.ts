import { join } from 'node:path';
import { newKeyFile } from '@tinhgon/commands/receipts/key-ring';
import { keepSecret } from './secrets.ts';

const NAME = 'receipt-keys.json';

/** Where the launcher keeps them. */
export const receiptKeysFile = (dataDir: string): string => join(dataDir, 'secrets', NAME);

/** The file with this installation's receipt keys, made at the first start. */
export function keepReceiptKeys(dataDir: string): string {
  keepSecret(dataDir, NAME, () => `${JSON.stringify(newKeyFile(new Date().toISOString()), null, 2)}\n`);
  return receiptKeysFile(dataDir);
}
