import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { runProgram } from '../process/run-program.ts';
import { buildWeb } from '../stack/build-web.ts';
import { ROOT, WEB_DIST } from '../stack/paths.ts';
import { lastWords } from '../stack/wait-for.ts';
import { emitJavaScript } from './emit-javascript.ts';

const TIMEOUT_MS = 600_000;
const APPS = ['api', 'worker'] as const;

/** What is run of a release, by its folder. */
export const programsOf = (release: string) => ({
  api: join(release, 'api/src/main.js'),
  worker: join(release, 'worker/src/main.js'),
  settle: join(release, 'worker/src/bin/settle.js'),
  prepareTemporal: join(release, 'worker/src/bin/prepare-temporal.js'),
  migrate: join(release, 'worker/node_modules/@tinhgon/database/src/bin/migrate.js'),
  web: join(release, 'web'),
});

/**
 * Builds what production runs into `target`: `api/` and `worker/` with their packages and nothing for development, as
 * JavaScript, the workflows bundled, and `web/`. Throws Problem RELEASE_FAILED.
 */
export async function buildRelease(target: string, say: (line: string) => void): Promise<void> {
  const half = `${resolve(target)}.part`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  await buildWeb({ onBuild: () => say('web'), logFile: join(half, 'web.log') });
  rmSync(join(half, 'web.log'), { force: true });
  cpSync(WEB_DIST, join(half, 'web'), { recursive: true });
  for (const app of APPS) {
    say(app);
    const folder = join(half, app);
    await run('npx', [
      '--yes',
      packageManager(),
      '--filter',
      `@tinhgon/${app}`,
      'deploy',
      '--prod',
      '--legacy',
      folder,
    ]);
    const own = join(folder, 'node_modules/@tinhgon');
    for (const name of readdirSync(own)) emitJavaScript(realpathSync(join(own, name)));
    emitJavaScript(folder);
  }
  say('workflows');
  await run(process.execPath, [join(half, 'worker/src/bin/bundle.js')]);
  rmSync(target, { recursive: true, force: true });
  renameSync(half, target);
}

export const isRelease = (folder: string): boolean =>
  Object.values(programsOf(folder)).every((path) => existsSync(path));

function packageManager(): string {
  const manifest = z.object({ packageManager: z.string() });
  return manifest.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).packageManager;
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const quiet = { CI: 'true', npm_config_loglevel: 'error' };
  const result = await runProgram(program, args, quiet, TIMEOUT_MS, ROOT);
  if (result.code !== 0)
    throw new Problem('RELEASE_FAILED', { reason: lastWords(result.stderr + result.stdout) });
}
