import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import { loadBundle } from '../src/bundle.ts';

/** As in `histories.test.ts`: with RECORD_HISTORIES=1 a story that was not kept yet is kept. */
const KEEP_IN = process.env['RECORD_HISTORIES'] === '1' ? '../../../workflows/histories/' : null;

/** Resolves when the present code makes of a run's history what the run made of it. */
export const replaying =
  ({ client }: TestTemporal) =>
  async (name: string, subject: string): Promise<void> => {
    const history = await client.workflow.getHandle(subject).fetchHistory();
    if (KEEP_IN !== null) {
      const file = fileURLToPath(new URL(`${KEEP_IN}${name}.json`, import.meta.url));
      const json = historyToJSON(history).replaceAll(/\d+@[\w.-]+/g, 'worker');
      if (!existsSync(file)) writeFileSync(file, `${json}\n`);
    }
    await Worker.runReplayHistory({ workflowBundle: await loadBundle() }, history, subject);
  };
