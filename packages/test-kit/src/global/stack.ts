import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@tinhgon/infra/browser/find-browser';
import { openRecord, type StackAddresses } from '@tinhgon/infra/stack/record';
import { startStack } from '@tinhgon/infra/stack/start-stack';
import { explain } from '@tinhgon/infra/words/terminal';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the application, with the demonstration loaded. */
    webUrl: string;
    apiUrl: string;
    oidcIssuer: string;
    stackTemporalAddress: string;
    stackDatabaseUrl: string;
    /** Data folder of the stack: logs and the secrets that tokens of demo people are asked with. */
    stackDataDir: string;
    /** Program of the browser to drive. */
    browserPath: string;
  }
}

/**
 * A whole stack on random ports, its data in a folder that is thrown away; or the one that runs on the data folder
 * STACK_DATA_DIR, for journeys through the production topology.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserPath', await findBrowser(console.log));
  const running = process.env['STACK_DATA_DIR'];
  if (running) {
    const addresses = openRecord(running).readAddresses();
    if (addresses === undefined) throw new Error(`nothing runs on ${running}`);
    provide(project, addresses, running);
    return async () => {};
  }
  const dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-e2e-'));
  const stack = await startStack({
    mode: 'start',
    randomPorts: true,
    environment: { ...process.env, DATA_DIR: dataDir },
    say: (line) => console.log(line),
  }).catch((error: unknown) => {
    throw new Error(`${explain(error)} (${dataDir})`, { cause: error });
  });
  provide(project, stack.addresses, stack.dataDir);
  return async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function provide(project: TestProject, addresses: StackAddresses, dataDir: string): void {
  project.provide('webUrl', addresses.web);
  project.provide('apiUrl', addresses.api);
  project.provide('oidcIssuer', addresses.oidcIssuer);
  project.provide('stackTemporalAddress', addresses.temporalAddress);
  project.provide('stackDatabaseUrl', addresses.databaseUrl);
  project.provide('stackDataDir', dataDir);
}
