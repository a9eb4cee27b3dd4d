import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@tinhgon/infra/browser/find-browser';
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

/** A whole stack on random ports, its data in a folder that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-e2e-'));
  project.provide('browserPath', await findBrowser(console.log));
  const stack = await startStack({
    mode: 'start',
    randomPorts: true,
    environment: { ...process.env, DATA_DIR: dataDir },
    say: (line) => console.log(line),
  }).catch((error: unknown) => {
    throw new Error(`${explain(error)} (${dataDir})`, { cause: error });
  });
  project.provide('webUrl', stack.addresses.web);
  project.provide('apiUrl', stack.addresses.api);
  project.provide('oidcIssuer', stack.addresses.oidcIssuer);
  project.provide('stackTemporalAddress', stack.addresses.temporalAddress);
  project.provide('stackDatabaseUrl', stack.addresses.databaseUrl);
  project.provide('stackDataDir', stack.dataDir);
  return async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
