import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const markOf = (dataDir: string): string => join(dataDir, 'restored');

/** Notes that Temporal must be brought up to the record before anybody serves. */
export function markRestored(dataDir: string, moment: string): void {
  writeFileSync(markOf(dataDir), `${moment}\n`);
}

/** The moment of the backup this folder was restored from and not yet settled. */
export function restoredFrom(dataDir: string): string | undefined {
  return existsSync(markOf(dataDir)) ? readFileSync(markOf(dataDir), 'utf8').trim() : undefined;
}

export function forgetRestored(dataDir: string): void {
  rmSync(markOf(dataDir), { force: true });
}
