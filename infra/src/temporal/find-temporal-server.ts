import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '../problem.ts';
import { cacheDir } from '../process/cache-dir.ts';
import { findProgram, isExecutable } from '../process/find-program.ts';
import { runProgram } from '../process/run-program.ts';

/** The versions production runs; the images of `infra/production` carry the same. */
const PROGRAMS = {
  'temporal-server': { version: 'v1.32.0', path: 'go.temporal.io/server/cmd/server' },
  'temporal-sql-tool': { version: 'v1.32.0', path: 'go.temporal.io/server/cmd/tools/sql' },
  // Later ones ask for a newer Go than 1.26.8.
  'temporal-ui-server': { version: 'v2.55.0', path: 'github.com/temporalio/ui-server/v2/cmd/server' },
};
const GO_TIMEOUT_MS = 3_600_000;

export interface TemporalServerPrograms {
  readonly server: string;
  readonly sqlTool: string;
}

/** The Temporal server and its SQL tool: on the PATH, built earlier, or built by Go now. Throws Problem NO_TEMPORAL_SERVER. */
export async function findTemporalServer(say: (line: string) => void): Promise<TemporalServerPrograms> {
  return { server: await find('temporal-server', say), sqlTool: await find('temporal-sql-tool', say) };
}

/** The server of the Temporal UI, found likewise. Throws Problem NO_TEMPORAL_SERVER. */
export const findTemporalUi = (say: (line: string) => void): Promise<string> =>
  find('temporal-ui-server', say);

async function find(name: keyof typeof PROGRAMS, say: (line: string) => void): Promise<string> {
  const folder = join(cacheDir(), 'bin');
  const { version, path } = PROGRAMS[name];
  const kept = join(folder, `${name}-${version}`);
  const found = findProgram(name) ?? (isExecutable(kept) ? kept : undefined);
  if (found !== undefined) return found;
  const go = findProgram('go', ['/usr/local/go/bin', '/usr/lib/go/bin', '/opt/homebrew/bin']);
  if (go === undefined) throw new Problem('NO_TEMPORAL_SERVER', { reason: 'no Go' });
  say(`Building ${name} ${version} with Go (once; takes some minutes)`);
  const scratch = join(folder, `build.${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    const result = await runProgram(go, ['install', `${path}@${version}`], { GOBIN: scratch }, GO_TIMEOUT_MS);
    if (result.code !== 0)
      throw new Problem('NO_TEMPORAL_SERVER', { reason: result.stderr.trim().slice(-300) });
    renameSync(join(scratch, basename(path)), kept);
    return kept;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
