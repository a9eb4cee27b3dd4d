import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The real program in a process of its own, ready to be killed. Resolves when it serves. */
export async function startWorkerProcess(
  databaseUrl: string,
  taskQueue: string,
  payloadKeysFile = inject('payloadKeysFile'),
  more: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      TEMPORAL_NAMESPACE: 'default',
      PAYLOAD_KEYS_FILE: payloadKeysFile,
      TEMPORAL_TASK_QUEUE: taskQueue,
      PUBLIC_URL: 'http://tinhgon.test/',
      LOG_LEVEL: 'info',
      ...more,
    },
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended with ${String(code)} before it was ready`);
  });
  await Promise.race([ready(lines), ended]);
  ended.catch(() => {});
  return child;
}

async function ready(lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) if (line.includes('worker ready')) return;
}

/** Ends it as a power cut would. */
export async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
