import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what happens soon but not at once; fails with the last value seen. */
export async function waitUntil<T>(
  look: () => Promise<T>,
  good: (seen: T) => boolean,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (good(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`not within ${timeoutMs} ms; last seen: ${JSON.stringify(seen)}`);
    await sleep(100);
  }
}
