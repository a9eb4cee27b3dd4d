import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, identify, type ProcessIdentity } from '../process/identity.ts';

export interface LivingServer {
  identity: ProcessIdentity;
  port: number;
}

/**
 * The server that already runs on this data folder, read from the lock file PostgreSQL keeps there.
 * A lock left by a crash is removed: its number may by now belong to another program, and PostgreSQL would then refuse to start.
 */
export function findLivingServer(cluster: string): LivingServer | undefined {
  const file = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const identity = identify(Number(lines[0]));
  if (identity !== undefined && commandLine(identity.pid).includes('postgres')) {
    return { identity, port: Number(lines[3]) };
  }
  rmSync(file, { force: true });
  return undefined;
}
