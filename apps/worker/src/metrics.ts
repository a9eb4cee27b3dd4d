import { setTimeout as sleep } from 'node:timers/promises';
import { metricMeter } from '@temporalio/activity';
import { Runtime, type RuntimeOptions } from '@temporalio/worker';
import { poolUse } from '@tinhgon/database/create-database';
import type { Db } from '@tinhgon/database/schema';
import type { Config } from './config.ts';

const POOL_EVERY_MS = 5_000;
const LAG = 'tinhgon_projection_lag_seconds';

/** The SDK's own figures (slots, failed workflow tasks, pollers) and ours, on one address. */
export function telemetryOf({ METRICS_ADDRESS }: Config): Pick<RuntimeOptions, 'telemetryOptions'> {
  if (METRICS_ADDRESS === undefined) return {};
  return {
    telemetryOptions: {
      metrics: {
        prometheus: {
          bindAddress: METRICS_ADDRESS,
          countersTotalSuffix: true,
          unitSuffix: true,
          useSecondsForDurations: true,
          histogramBucketOverrides: { [LAG]: [0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 300] },
        },
      },
    },
  };
}

/** In an activity: how long after it was decided the oldest event of a batch was written. */
export function observeLag(decidedAt: string): void {
  const seconds = Math.max(0, Date.now() - Date.parse(decidedAt)) / 1000;
  metricMeter.createHistogram(LAG, 'float').record(seconds);
}

/** Tells how the worker's connections to the database are used, until the signal aborts. */
export async function observePool(db: Db, signal: AbortSignal): Promise<void> {
  const gauge = Runtime.instance().metricMeter.createGauge('tinhgon_database_pool');
  while (!signal.aborted) {
    for (const [state, count] of Object.entries(poolUse(db))) gauge.set(count, { state });
    await sleep(POOL_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
