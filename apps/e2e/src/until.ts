import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/**
 * Asks again until the answer is something other than null, for what follows by itself a moment later.
 * Throws Error naming `what` after 30 s, or what `ask` throws.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}`);
    await sleep(PAUSE_MS);
  }
}
