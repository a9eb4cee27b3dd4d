import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StackPlace } from './running-stack.ts';

const PROGRAM = fileURLToPath(new URL('../../worker/src/bin/reconcile.ts', import.meta.url));

/** What the program that compares workflows with their rows says, and the code it ends with. */
export function reconcile(stack: StackPlace): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: stack.databaseUrl,
    TEMPORAL_ADDRESS: stack.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    TZ: 'UTC',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: stdout + stderr }),
    );
  });
}
