import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import { loadBundle } from '../src/bundle.ts';

/**
 * With RECORD_HISTORIES=1 what runs in these tests is kept for `workflows/tests/replay.test.ts`: to be done when a
 * version of the workflows is released, never to make that test pass.
 */
const KEEP_IN = process.env['RECORD_HISTORIES'] === '1' ? '../../../workflows/histories/' : null;

/** Resolves when the present code makes of a run's history what the run made of it. */
export const replaying =
  ({ client, dataConverter }: TestTemporal) =>
  async (name: string, subject: string, runId?: string): Promise<void> => {
    const history = await client.workflow.getHandle(subject, runId).fetchHistory();
    if (KEEP_IN !== null) {
      const file = fileURLToPath(new URL(`${KEEP_IN}${name}.json`, import.meta.url));
      // Which machine it ran on is nobody's business.
      const json = historyToJSON(history).replaceAll(/\d+@[\w.-]+/g, 'worker');
      // What was recorded once is never recorded again: it stands for the code of its day.
      if (!existsSync(file)) writeFileSync(file, `${json}\n`);
    }
    await Worker.runReplayHistory({ workflowBundle: await loadBundle(), dataConverter }, history, subject);
  };
