import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { runProgram } from '../process/run-program.ts';
import { lastWords } from './wait-for.ts';
import { PROGRAMS, ROOT, WEB, WEB_DIST } from './paths.ts';

const TIMEOUT_MS = 300_000;
/** Everything the bundle is made of; packages are named by the lockfile. */
const SOURCES = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{ts,html,json}',
  'packages/rules/src/**/*',
  'pnpm-lock.yaml',
];

/** Builds the web application unless the last build was made from the same sources. Throws Problem WEB_BUILD_FAILED. */
export async function buildWeb(options: { onBuild: () => void; logFile: string }): Promise<void> {
  const stamp = join(WEB, 'node_modules', '.built-from');
  const wanted = hashOfSources();
  const built = existsSync(join(WEB_DIST, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8');
  if (built === wanted) return;
  options.onBuild();
  // The build must be the production one, whatever mode the launcher itself runs in.
  const environment = { NODE_ENV: 'production', NO_COLOR: '1' };
  const result = await runProgram(process.execPath, [PROGRAMS.vite, 'build'], environment, TIMEOUT_MS, WEB);
  writeFileSync(options.logFile, result.stdout + result.stderr);
  if (result.code !== 0) {
    if (/ENOSPC/.test(result.stderr)) throw new Problem('DISK_FULL');
    throw new Problem('WEB_BUILD_FAILED', { reason: lastWords(result.stderr) });
  }
  writeFileSync(stamp, wanted);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}
