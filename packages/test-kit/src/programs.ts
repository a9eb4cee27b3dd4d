import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientSecret } from '@tinhgon/infra/identity/client-secrets';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { WEB_CLIENT } from '@tinhgon/infra/identity/settings';
import { randomFreePort } from '@tinhgon/infra/process/ports';
import { type SupervisedProgram, supervise } from '@tinhgon/infra/process/supervise';
import { keepReceiptKeys } from '@tinhgon/infra/receipt-keys';
import { PROGRAMS, ROOT } from '@tinhgon/infra/stack/paths';
import { waitForUrl } from '@tinhgon/infra/stack/wait-for';
import { inject } from 'vitest';
import type {} from './global/servers.ts';

export { keepReceiptKeys, randomFreePort };

const READY_MS = 45_000;
const GRACE_MS = 5_000;

export interface TestIdentity {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A bearer token of a demo person. */
  token(user: string): Promise<string>;
  stop(): Promise<void>;
}

/** The embedded identity provider, as its own process, for an application at `publicUrl`. */
export async function startTestIdentity(publicUrl: string): Promise<TestIdentity> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tinhgon-identity-'));
  const port = await randomFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const program = start('identity', PROGRAMS.identity, dataDir, {
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    IDENTITY_PORT: String(port),
    PUBLIC_URL: publicUrl,
  });
  await waitForUrl(`${issuer}/.well-known/openid-configuration`, [program], READY_MS);
  return {
    issuer,
    clientId: WEB_CLIENT,
    clientSecret: clientSecret(dataDir, WEB_CLIENT),
    token: (user) => personToken({ issuer, dataDir }, user),
    async stop() {
      await program.stop(GRACE_MS);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The worker's own program, serving one task queue. */
export async function startTestWorker(options: {
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly publicUrl: string;
  /** With it, commands must carry receipts. */
  readonly receiptKeysFile?: string;
  /** Another than this run's; empty for a worker without keys. */
  readonly payloadKeysFile?: string;
  /** The version it serves as; without one it takes whatever there is. */
  readonly buildId?: string;
}): Promise<{ stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tinhgon-worker-'));
  const program = start('worker', PROGRAMS.worker, dataDir, {
    DATABASE_URL: options.databaseUrl,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_TASK_QUEUE: options.taskQueue,
    PAYLOAD_KEYS_FILE: options.payloadKeysFile ?? inject('payloadKeysFile'),
    PUBLIC_URL: options.publicUrl,
    ...(options.receiptKeysFile === undefined ? {} : { RECEIPT_KEYS_FILE: options.receiptKeysFile }),
    ...(options.buildId === undefined ? {} : { BUILD_ID: options.buildId }),
    LOG_LEVEL: 'info',
    TZ: 'UTC',
  });
  for (const deadline = Date.now() + READY_MS; !program.output().includes('worker ready'); await sleep(100)) {
    if (Date.now() > deadline) throw new Error(`the worker does not start:\n${program.output()}`);
  }
  return {
    async stop() {
      await program.stop(GRACE_MS);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function start(
  name: string,
  program: string,
  dataDir: string,
  environment: Readonly<Record<string, string>>,
): SupervisedProgram {
  return supervise({
    name,
    args: [program],
    cwd: ROOT,
    environment: { ...process.env, ...environment },
    logFile: join(dataDir, 'logs', `${name}.log`),
    onStarted: () => {},
    onCrash: () => {},
    onRestarted: () => {},
  });
}
