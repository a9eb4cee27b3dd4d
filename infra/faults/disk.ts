import { cpSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from '../src/postgres/binaries.ts';
import { initialiseCluster } from '../src/postgres/initialise.ts';
import { chooseRunAs } from '../src/postgres/run-as.ts';
import { runProgram } from '../src/process/run-program.ts';
import { keepSecret } from '../src/secrets.ts';

const SIZE = '2g';
const TIMEOUT_MS = 10_000;

/** The file system that holds the database and nothing else. */
export interface Disk {
  /** Leaves no room for anything more. */
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Makes the cluster of `dataDir` on a file system in memory whose size can be changed; undefined where we may not mount one. */
export async function limitDisk(dataDir: string): Promise<Disk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const cluster = join(dataDir, 'postgres');
  const made = join(dataDir, 'made');
  mkdirSync(cluster, { recursive: true });
  if (!(await mount(`size=${SIZE},mode=0700`, cluster))) return undefined;
  const account = { user: 'tinhgon', password: keepSecret(dataDir, 'postgres-password') };
  initialiseCluster(chooseRunAs(findBinaries(), made), made, account);
  cpSync(made, cluster, { recursive: true, preserveTimestamps: true });
  rmSync(made, { recursive: true });
  const resize = async (size: string): Promise<void> => {
    if (!(await mount(`remount,size=${size}`, cluster))) throw new Error('the disk keeps its size');
  };
  return {
    async fill() {
      const { blocks, bfree, bsize } = statfsSync(cluster);
      await resize(String((blocks - bfree) * bsize));
    },
    free: () => resize(SIZE),
    async remove() {
      await runProgram('umount', [cluster], {}, TIMEOUT_MS);
    },
  };
}

async function mount(options: string, place: string): Promise<boolean> {
  const { code } = await runProgram('mount', ['-t', 'tmpfs', '-o', options, 'none', place], {}, TIMEOUT_MS);
  return code === 0;
}
