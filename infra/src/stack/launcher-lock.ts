import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { waitUntilDead } from '../process/end-process.ts';
import { identify, isAlive, type ProcessIdentity } from '../process/identity.ts';
import { openRecord } from './record.ts';

const Holder = z.object({ pid: z.number(), started: z.string(), stopping: z.boolean().optional() });
type Holder = z.infer<typeof Holder>;

/** A launcher may need this long to end everything. */
const STOPPING_TIMEOUT_MS = 20_000;

/** The launcher that works on this data folder now, if any. */
export function findLauncher(dataDir: string): Holder | undefined {
  try {
    const holder = Holder.parse(JSON.parse(readFileSync(lockFile(dataDir), 'utf8')));
    return isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes this process the only launcher of the data folder; a lock whose holder is dead is taken over, one whose holder is
 * just stopping is waited for. Throws Problem ALREADY_RUNNING.
 */
export async function takeLock(
  dataDir: string,
  onWait: () => void,
): Promise<{ stopping(): void; release(): void }> {
  mkdirSync(dataDir, { recursive: true });
  // A launcher that lost its terminal a moment ago may not have marked itself yet.
  const found = findLauncher(dataDir);
  if (found !== undefined) {
    onWait();
    const patienceMs = found.stopping === true ? STOPPING_TIMEOUT_MS : 2_500;
    if (!(await waitUntilDead(found, patienceMs))) await refuseUnlessEnding(dataDir, found);
  }
  rmSync(lockFile(dataDir), { force: true });
  const self = identify(process.pid);
  if (self === undefined) throw new Error('this process cannot be identified');
  try {
    writeFileSync(lockFile(dataDir), JSON.stringify(self), { flag: 'wx' });
  } catch {
    throw alreadyRunning(dataDir, findLauncher(dataDir) ?? self);
  }
  return {
    stopping: () => writeFileSync(lockFile(dataDir), JSON.stringify({ ...self, stopping: true })),
    release: () => rmSync(lockFile(dataDir), { force: true }),
  };
}

async function refuseUnlessEnding(dataDir: string, holder: Holder): Promise<void> {
  const now = findLauncher(dataDir);
  if (now?.stopping === true && (await waitUntilDead(holder, STOPPING_TIMEOUT_MS))) return;
  throw alreadyRunning(dataDir, holder);
}

function alreadyRunning(dataDir: string, holder: ProcessIdentity): Problem {
  const url = openRecord(dataDir).readAddresses()?.web ?? '(starting)';
  return new Problem('ALREADY_RUNNING', { url, pid: holder.pid });
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'launcher.json');
}
