import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import type { RunAs } from './run-as.ts';

/** Makes the data folder of a new server; a half made one from a crash is thrown away. */
export function initialiseCluster(
  runAs: RunAs,
  cluster: string,
  account: { user: string; password: string },
): void {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(cluster), 'initdb-password');
  writeFileSync(passwordFile, account.password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(half, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  try {
    const [program, ...args] = [
      ...runAs.prefix,
      runAs.binaries.initdb,
      `--pgdata=${half}`,
      `--username=${account.user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=vi-VN',
      '--no-instructions',
    ];
    const { uid, gid } = runAs;
    const result = spawnSync(program, args, {
      encoding: 'utf8',
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
    if (result.status !== 0) throw failure(`${result.error?.message ?? ''}${result.stdout}${result.stderr}`);
    renameSync(half, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** What went wrong, from the programs' own words. */
export function failure(output: string): Problem {
  if (/No space left on device|ENOSPC/.test(output)) return new Problem('DISK_FULL');
  if (/cannot be run as root|root.*not permitted/i.test(output)) return new Problem('POSTGRES_ROOT');
  const words = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .slice(-2)
    .join(' ')
    .trim();
  return new Problem('POSTGRES_FAILED', { reason: words === '' ? output.trim().slice(-300) : words });
}
