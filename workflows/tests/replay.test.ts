import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';

/** Histories of runs as they were; `apps/worker/tests/histories.test.ts` records them. */
const HISTORIES = fileURLToPath(new URL('../histories', import.meta.url));
const WORKFLOWS = fileURLToPath(new URL('../src/index.ts', import.meta.url));

let bundle: { code: string };
beforeAll(async () => {
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger });
  bundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger });
});

describe('workflows that began under earlier code go on under this', () => {
  it.each(readdirSync(HISTORIES))('%s', async (file) => {
    const history: unknown = JSON.parse(readFileSync(`${HISTORIES}/${file}`, 'utf8'));
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history)).resolves.toBeUndefined();
  });
});
