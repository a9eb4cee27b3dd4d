import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './identity.ts';

/**
 * Asks a process to end and makes sure that it has. Gives back whether it had to be killed.
 * @param graceMs how long it may take before SIGKILL
 */
export async function endProcess(
  target: number | ProcessIdentity,
  options: { signal?: NodeJS.Signals; graceMs: number; wholeGroup?: boolean },
): Promise<'gone' | 'ended' | 'killed'> {
  const identity = typeof target === 'number' ? identify(target) : target;
  if (identity === undefined || !isAlive(identity)) return 'gone';
  send(identity.pid, options.signal ?? 'SIGTERM', false);
  if (await waitUntilDead(identity, options.graceMs)) return 'ended';
  send(identity.pid, 'SIGKILL', options.wholeGroup === true);
  await waitUntilDead(identity, 5_000);
  return 'killed';
}

export async function waitUntilDead(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(identity)) {
    if (Date.now() >= deadline) return false;
    await sleep(50);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals, wholeGroup: boolean): void {
  try {
    process.kill(wholeGroup && process.platform !== 'win32' ? -pid : pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
