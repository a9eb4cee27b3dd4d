import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { isExecutable } from '../process/find-program.ts';
import { runProgram } from '../process/run-program.ts';

const TIMEOUT_MS = 180_000;

/** Playwright's own Chromium, fetched when it is not here yet; undefined when it cannot be had. */
export async function downloadBrowser(log: (line: string) => void): Promise<string | undefined> {
  const path = chromium.executablePath();
  if (isExecutable(path)) return path;
  log('There is no browser on this machine: downloading Chromium');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const result = await runProgram(process.execPath, [cli, 'install', 'chromium'], {}, TIMEOUT_MS);
  return result.code === 0 && isExecutable(path) ? path : undefined;
}
