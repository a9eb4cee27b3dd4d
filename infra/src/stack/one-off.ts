import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem, type ProblemCode } from '../problem.ts';
import { runProgram } from '../process/run-program.ts';
import type { Context } from './context.ts';
import { ROOT } from './paths.ts';
import { lastWords } from './wait-for.ts';

const TIMEOUT_MS = 1_800_000;

/** Runs one of our programs to its end, its words in `logs/<name>.log`. Throws a Problem with the given code. */
export async function runOnce(
  context: Context,
  name: string,
  program: string,
  environment: Readonly<Record<string, string | undefined>>,
  code: ProblemCode,
): Promise<void> {
  const logFile = join(context.settings.DATA_DIR, 'logs', `${name}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  const full = definedOnly({ ...context.environment, ...environment, TZ: 'UTC' });
  const result = await runProgram(process.execPath, [program], full, TIMEOUT_MS, ROOT);
  writeFileSync(logFile, result.stdout + result.stderr);
  if (result.code === 0) return;
  if (/ENOSPC|No space left|disk full/i.test(result.stderr)) throw new Problem('DISK_FULL');
  throw new Problem(code, { reason: lastWords(result.stderr) });
}

function definedOnly(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
