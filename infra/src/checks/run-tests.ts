import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runVisibly } from './run-visibly.ts';

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Runs one Vitest project. A run that fails without a failed test (no test found, a server missing, a lost error) counts as one. */
export async function runTests(
  project: string,
  scratch: string,
): Promise<{ passed: number; failed: number }> {
  const file = join(scratch, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = `--reporter=default --reporter=json --outputFile.json="${file}"`;
  const code = await runVisibly(`vitest run --project ${project} ${reporters}`, { NODE_ENV: 'test' });
  const counted = readReport(file);
  return { passed: counted.passed, failed: code === 0 ? 0 : Math.max(counted.failed, 1) };
}

function readReport(file: string): { passed: number; failed: number } {
  try {
    const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
