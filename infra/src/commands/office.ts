/**
 * Program: opens everything the demonstration can write with LibreOffice and compares it with what the API says. Long, and
 * no part of `npm test`.
 *
 *   npm run -s long:office [-- --keep <folder>]    keeps the files, what LibreOffice made of them, and pictures of the pages
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../browser/find-browser.ts';
import { runTests } from '../checks/run-tests.ts';
import { sweep } from '../checks/sweep.ts';
import { findOffice } from '../office/find-office.ts';
import { explain } from '../words/terminal.ts';

const { values } = parseArgs({ options: { keep: { type: 'string' } } });
const scratch = mkdtempSync(join(tmpdir(), 'tinhgon-office-'));
process.env['TINHGON_TEST_DIR'] = scratch;
try {
  await findOffice(console.log);
  process.env['CHROMIUM_PATH'] = await findBrowser(console.log);
  const folder = values.keep === undefined ? join(scratch, 'files') : resolve(values.keep);
  mkdirSync(folder, { recursive: true });
  process.env['OFFICE_DIR'] = folder;
  const { passed, failed } = await runTests('office', scratch);
  await sweep(scratch);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
