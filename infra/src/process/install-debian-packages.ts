import { findProgram } from './find-program.ts';
import { runProgram } from './run-program.ts';

const TIMEOUT_MS = 600_000;

/** Installs packages where we may: as root on Debian or its relatives. False when we may not or it failed. */
export async function installDebianPackages(
  packages: readonly string[],
  log: (line: string) => void,
): Promise<boolean> {
  const apt = findProgram('apt-get');
  if (apt === undefined || process.getuid?.() !== 0) return false;
  log(`Installing ${packages.join(', ')} with apt-get`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram(apt, ['update'], quiet, TIMEOUT_MS);
  const result = await runProgram(
    apt,
    ['install', '-y', '--no-install-recommends', ...packages],
    quiet,
    TIMEOUT_MS,
  );
  return result.code === 0;
}
