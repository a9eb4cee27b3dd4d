import { Worker } from 'node:worker_threads';
import limit from 'p-limit';

export interface ReportToMake {
  readonly databaseUrl: string;
  readonly id: string;
  readonly evaluation: boolean;
}

/** Beside this file, under whichever ending it runs. */
const THREAD = new URL(import.meta.url.replace('make-report', 'report-thread'));
const HEAP_MB = 1_500;
const ALIVE_EVERY_MS = 5_000;

const oneAtATime = limit(1);

/**
 * Makes a report's files in a thread of its own, for decisions do not wait for a hundred thousand lines. `onProgress` is
 * called now and then, also while others are made before it. Throws what stopped it; aborted, it stops.
 */
export async function makeReport(
  report: ReportToMake,
  onProgress: () => void,
  signal: AbortSignal,
): Promise<void> {
  const alive = setInterval(onProgress, ALIVE_EVERY_MS);
  try {
    await oneAtATime(() => inThread(report, signal));
  } finally {
    clearInterval(alive);
  }
}

function inThread(report: ReportToMake, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData: report,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const abort = () => void thread.terminate();
    signal.addEventListener('abort', abort);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', abort);
      if (code === 0) resolve();
      else reject(new Error(`the thread ended with ${code}`));
    });
  });
}
