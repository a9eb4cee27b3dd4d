import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { type KeyFile, readKeyFile, rotated } from '@tinhgon/commands/receipts/key-ring';
import { type Fault, NOTHING_WRONG, seconds } from '../fault.ts';
import type { System } from '../system.ts';

const OVERLAP_MS = 24 * 3_600_000;

/** The key that signs decisions is changed; API and worker read the new file one after the other. */
export const receiptKeyRotated: Fault = {
  name: 'receipt-key-rotated',
  async inject({ system }, random) {
    const first = random.pick(['api', 'worker'] as const);
    const second = first === 'api' ? 'worker' : 'api';
    const lastsMs = random.integer(500, 4_000);
    write(system.keyFiles[first], changed(system, 0));
    return {
      what: `${first} first, ${second} ${seconds(lastsMs)} later`,
      lastsMs,
      async heal() {
        carryOver(system, first, second);
        return [];
      },
    };
  },
};

/** The key was changed and its day is over, and the API was forgotten: it signs with a key that is no longer good. */
export const receiptKeyExpired: Fault = {
  name: 'receipt-key-expired',
  async inject({ system }, random) {
    const lastsMs = random.integer(1_500, 4_000);
    write(system.keyFiles.worker, changed(system, OVERLAP_MS));
    return {
      what: `API ${seconds(lastsMs)} behind`,
      lastsMs,
      async heal() {
        carryOver(system, 'worker', 'api');
        return await NOTHING_WRONG();
      },
    };
  },
};

/** The keys after a change that was made some time ago. */
function changed({ keyFiles }: System, agoMs: number): KeyFile {
  const known = readKeyFile(keyFiles.worker);
  if (!known.root) throw new RangeError('the root key is not here');
  return rotated(known, known.root, new Date(Date.now() - agoMs).toISOString());
}

function write(file: string, keys: KeyFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function carryOver({ keyFiles }: System, from: 'api' | 'worker', to: 'api' | 'worker'): void {
  copyFileSync(keyFiles[from], `${keyFiles[to]}.new`);
  renameSync(`${keyFiles[to]}.new`, keyFiles[to]);
}
