import { setTimeout as sleep } from 'node:timers/promises';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import type { Logger } from 'pino';
import type { Starting } from './activities/start-from-record.ts';
import { renewSchedules } from './keep-schedule.ts';
import { startMissing } from './start-missing.ts';
import { tellOpenWorkflows } from './tell-open-workflows.ts';
import { startPending } from './start-pending.ts';

const EVERY_MS = 2_000;
/** How often it is looked for what must be running and is not: at the start, and as often as this. */
const LOOK_FOR_MISSING_MS = 600_000;

/** Looks for plans and documents on record to start, until `signal` aborts. What fails is tried again. */
export async function keepStartingPending(
  starting: Starting,
  payloadKeys: PayloadKeys,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { client, deployment, taskQueue } = starting;
  let failing = false;
  let lookAt = 0;
  while (!signal.aborted) {
    try {
      const started = await startPending(starting);
      if (started > 0) log.info({ started }, 'started plans and documents from the record');
      if (performance.now() >= lookAt) {
        const missing = await startMissing(starting);
        if (missing > 0) log.info({ missing }, 'started from the record what was not known to run');
        await tellOpenWorkflows(starting, log);
        const renewed = await renewSchedules(client, payloadKeys, deployment.locale, taskQueue);
        if (renewed > 0) log.info({ renewed }, 'schedules are written under the payload key in use');
        lookAt = performance.now() + LOOK_FOR_MISSING_MS;
      }
      failing = false;
    } catch (error) {
      // One line for an outage, not one every two seconds.
      if (!failing) log.error({ err: error }, 'plans and documents could not be started from the record yet');
      failing = true;
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
