import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Starting } from './activities/start-from-record.ts';
import { startPending } from './start-pending.ts';

const EVERY_MS = 2_000;

/** Looks for plans and documents on record to start, until `signal` aborts. What fails is tried again. */
export async function keepStartingPending(
  starting: Starting,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      const started = await startPending(starting);
      if (started > 0) log.info({ started }, 'started plans and documents from the record');
      failing = false;
    } catch (error) {
      // One line for an outage, not one every two seconds.
      if (!failing) log.error({ err: error }, 'plans and documents could not be started from the record yet');
      failing = true;
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
