/** Command: puts a new receipt key in the place of the one in use. `npm run -s rotate-key -- [--file F] [--root R]`. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readKeyFile, readRootKey, rotated } from '@tinhgon/commands/receipts/key-ring';
import { receiptKeysFile } from '../receipt-keys.ts';
import { readSettings } from '../stack/settings.ts';

try {
  const { values } = parseArgs({ options: { file: { type: 'string' }, root: { type: 'string' } } });
  const settings = readSettings(process.env);
  const file = values.file ?? settings.RECEIPT_KEYS_FILE ?? receiptKeysFile(settings.DATA_DIR);
  const known = readKeyFile(file);
  const root = values.root === undefined ? known.root : readRootKey(readFileSync(values.root, 'utf8'));
  if (!root) throw new Error('The root key is not in this file: name the one that holds it with --root.');
  const next = rotated(known, root, new Date().toISOString());
  // Written beside and moved: whoever reads meanwhile finds the old keys or the new.
  const beside = join(`${file}.${process.pid}`);
  writeFileSync(beside, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(beside, file);
  const { keys, number } = next.keySet.set;
  const [old, fresh] = keys.slice(-2);
  console.log(`Set ${number}. New key ${fresh?.kid}. The one before, ${old?.kid}, signs until ${old?.to}.`);
  console.log(
    'API and workers that read this file take it up by themselves; bring it to the others before then.',
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
