import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../problem.ts';
import { cacheDir } from '../process/cache-dir.ts';
import { findProgram, isExecutable } from '../process/find-program.ts';
import { runProgram } from '../process/run-program.ts';

/** Later versions of the command line tool cannot be installed through Go (their module replaces others). */
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const DOWNLOAD_TIMEOUT_MS = 180_000;
const GO_TIMEOUT_MS = 1_200_000;

/**
 * Path of the `temporal` program: the one on PATH, else one fetched earlier, else the SDK's own download, else built by Go into
 * a cache of this user. Throws Problem NO_TEMPORAL when none of it works.
 */
export async function findTemporal(log: (line: string) => void = () => {}): Promise<string> {
  const installed = findProgram('temporal');
  if (installed !== undefined) return installed;
  const folder = join(cacheDir(), 'bin');
  const cached = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
  if (isExecutable(cached)) return cached;
  mkdirSync(folder, { recursive: true });
  log('Temporal is not installed: downloading it');
  const downloaded = await downloadThroughSdk('dev-server', folder);
  if (downloaded !== undefined) {
    renameSync(downloaded, cached);
    return cached;
  }
  return buildWithGo(folder, cached, log);
}

/** Lets the SDK download one of its servers into `folder`; undefined when it cannot. */
export async function downloadThroughSdk(
  kind: 'dev-server' | 'time-skipping',
  folder: string,
): Promise<string | undefined> {
  const program = fileURLToPath(new URL('download-through-sdk.ts', import.meta.url));
  const result = await runProgram(process.execPath, [program, kind, folder], {}, DOWNLOAD_TIMEOUT_MS);
  const path = result.stdout.trim();
  return result.code === 0 && isExecutable(path) ? path : undefined;
}

async function buildWithGo(folder: string, target: string, log: (line: string) => void): Promise<string> {
  const go = findProgram('go', ['/usr/local/go/bin', '/usr/lib/go/bin', '/opt/homebrew/bin']);
  if (go === undefined) throw new Problem('NO_TEMPORAL', { reason: 'no download, no Go' });
  log('The download is not reachable: building Temporal with Go (once; this takes some minutes)');
  // Built beside and moved: a half written program must never be found by the next start.
  const scratch = join(folder, `build.${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  const begun = Date.now();
  // Go says nothing until it is done, and a slow machine takes ten minutes: nobody should think it hangs.
  const stillBuilding = setInterval(() => {
    log(`Still building Temporal (${Math.round((Date.now() - begun) / 60_000)} min)`);
  }, 60_000);
  try {
    const result = await runProgram(go, ['install', GO_PACKAGE], { GOBIN: scratch }, GO_TIMEOUT_MS);
    if (result.code !== 0) throw new Problem('NO_TEMPORAL', { reason: result.stderr.trim().slice(-300) });
    renameSync(join(scratch, process.platform === 'win32' ? 'temporal.exe' : 'temporal'), target);
    return target;
  } finally {
    clearInterval(stillBuilding);
    rmSync(scratch, { recursive: true, force: true });
  }
}
