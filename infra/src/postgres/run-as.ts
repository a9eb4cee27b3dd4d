import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { binariesIn, type PostgresBinaries } from './binaries.ts';

const NOBODY = 65534;
const UNSHARE = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`] as const;

/** How the programs are started, given that PostgreSQL refuses to run as root. */
export interface RunAs {
  binaries: PostgresBinaries;
  /** Words put in front of every command. */
  prefix: readonly string[];
  uid?: number;
  gid?: number;
}

/**
 * Chooses a way that works on this machine: as the user we are; as root in a user namespace where root looks like nobody
 * (files stay root's); as root by becoming nobody, who then owns the data. `cluster` is the data folder of the server.
 */
export function chooseRunAs(binaries: PostgresBinaries, cluster: string): RunAs {
  if (process.getuid?.() !== 0) return { binaries, prefix: [] };
  if (works(UNSHARE, {})) return { binaries, prefix: UNSHARE };
  const owner = { uid: NOBODY, gid: NOBODY };
  if (!works([], owner)) throw new Problem('POSTGRES_ROOT');
  const reachable = canExecute(binaries.postgres, owner) ? binaries : copyForNobody(binaries);
  mkdirSync(cluster, { recursive: true });
  giveTo(cluster, owner);
  if (!canExecute(cluster, owner)) throw new Problem('POSTGRES_ROOT');
  return { binaries: reachable, prefix: [], ...owner };
}

function works(prefix: readonly string[], owner: { uid?: number; gid?: number }): boolean {
  const [program, ...args] = [...prefix, 'true'];
  return spawnSync(program, args, { ...owner, stdio: 'ignore' }).status === 0;
}

function canExecute(path: string, owner: { uid: number; gid: number }): boolean {
  return spawnSync('test', ['-x', path], { ...owner, stdio: 'ignore', cwd: '/' }).status === 0;
}

function copyForNobody(binaries: PostgresBinaries): PostgresBinaries {
  const copy = join(tmpdir(), 'tinhgon-postgres');
  if (!existsSync(join(copy, 'bin'))) {
    const half = `${copy}.${process.pid}`;
    cpSync(binaries.native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  }
  return binariesIn(copy);
}

function giveTo(folder: string, owner: { uid: number; gid: number }): void {
  if (lstatSync(folder).uid === owner.uid) return;
  chownSync(folder, owner.uid, owner.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(path, owner);
    else chownSync(path, owner.uid, owner.gid);
  }
}
