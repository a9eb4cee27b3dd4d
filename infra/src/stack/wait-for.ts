import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { Problem } from '../problem.ts';
import type { SupervisedProgram } from '../process/supervise.ts';

/** A program that crashed so often before it was ever ready will not get better by waiting. */
const HOPELESS_CRASHES = 3;
const NAMES_ERROR = /^(\S*Error\b.*:|error: |\[[A-Z_]+\] )/;

/** Waits until an address answers with success. Throws Problem CHILD_FAILED or NOT_READY with the program's own last words. */
export async function waitForUrl(
  url: string,
  programs: readonly SupervisedProgram[],
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let answer = 'no answer';
  for (;;) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
    const hopeless = programs.find((program) => program.crashes() >= HOPELESS_CRASHES);
    if (hopeless !== undefined) {
      if (/ENOSPC|No space left/i.test(hopeless.output())) throw new Problem('DISK_FULL');
      throw new Problem('CHILD_FAILED', {
        what: hopeless.name,
        reason: lastWords(hopeless.output()),
        log: hopeless.logFile,
      });
    }
    if (Date.now() > deadline) {
      const what = programs.map(({ name }) => name).join(', ');
      const log = programs.map(({ logFile }) => logFile).join(', ');
      throw new Problem('NOT_READY', { what, seconds: Math.round(timeoutMs / 1000), reason: answer, log });
    }
    await sleep(100);
  }
}

/** The line of an error report that says most: the last that names an error or a cause, else the last one. */
export function lastWords(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (lines.findLast((line) => NAMES_ERROR.test(line)) ?? lines.at(-1) ?? '').slice(0, 300);
}
