/** Program: everything that must hold, with its own set-up. Its last line is the total. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browser/find-browser.ts';
import { staticChecks } from '../checks/static-checks.ts';
import { sweep } from '../checks/sweep.ts';
import { runTests } from '../checks/run-tests.ts';
import { findTemporal } from '../temporal/find-temporal.ts';
import { findTestServer } from '../temporal/find-test-server.ts';
import { explain } from '../words/terminal.ts';

const PROJECTS = ['unit', 'integration', 'e2e'];

const totals = { passed: 0, failed: 0 };
const failures: string[] = [];
/** Data of all servers of this run: whatever a crashed test leaves is found and ended through it. */
const scratch = mkdtempSync(join(tmpdir(), 'tinhgon-run-'));
process.env['TINHGON_TEST_DIR'] = scratch;

heading('Set-up');
await prepare('browser', async () => {
  process.env['CHROMIUM_PATH'] = await findBrowser(console.log);
});
await prepare('Temporal', () => findTemporal(console.log));
await prepare('time-skipping test server', () => findTestServer(console.log));

for (const check of staticChecks()) {
  heading(check.name);
  if (!(await check.run())) fail(check.name);
}
for (const project of PROJECTS) {
  heading(`Tests: ${project}`);
  const result = await runTests(project, scratch);
  totals.passed += result.passed;
  totals.failed += result.failed;
  if (result.failed > 0) failures.push(`tests: ${project} (${result.failed})`);
  await sweep(scratch);
}
rmSync(scratch, { recursive: true, force: true });

heading('Total');
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function heading(text: string): void {
  console.log(`\n== ${text} ==`);
}

function fail(name: string): void {
  totals.failed += 1;
  failures.push(name);
}

async function prepare(name: string, find: () => Promise<unknown>): Promise<void> {
  try {
    await find();
    console.log(`${name}: ready`);
  } catch (error) {
    console.log(explain(error));
    fail(`set-up: ${name}`);
  }
}
