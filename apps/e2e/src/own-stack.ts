import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningStack, startStack } from '@tinhgon/infra/stack/start-stack';
import type { StackPlace } from './running-stack.ts';

export interface OwnStack {
  readonly stack: RunningStack;
  readonly place: StackPlace;
  /** What the launcher said so far, line by line. */
  readonly said: readonly string[];
  /** Ends it and throws its data away. */
  end(): Promise<void>;
}

/** An empty system of the test's own, on random ports: for beginnings, and for tests that break things. */
export async function startOwnStack(): Promise<OwnStack> {
  const dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-e2e-'));
  const said: string[] = [];
  const stack = await startStack({
    mode: 'start',
    empty: true,
    randomPorts: true,
    environment: { ...process.env, DATA_DIR: dataDir },
    say: (line) => said.push(line),
  });
  const { web, api, oidcIssuer, temporalAddress, databaseUrl } = stack.addresses;
  return {
    stack,
    said,
    place: { web, api, oidcIssuer, temporalAddress, databaseUrl, dataDir: stack.dataDir },
    end: async () => {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
