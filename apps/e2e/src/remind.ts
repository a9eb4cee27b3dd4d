import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StackPlace } from './running-stack.ts';

const PROGRAM = fileURLToPath(new URL('../../worker/src/bin/remind.ts', import.meta.url));
const run = promisify(execFile);

/** Looks at once whom to remind, as the schedule does every few minutes. Throws when the program fails. */
export async function remind(stack: StackPlace): Promise<void> {
  const env = { ...process.env, DATABASE_URL: stack.databaseUrl, PUBLIC_URL: stack.web, TZ: 'UTC' };
  await run(process.execPath, [PROGRAM], { env });
}
