import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findLivingServer } from '../postgres/postmaster-pid.ts';
import { endProcess } from '../process/end-process.ts';
import { cleanUp } from '../stack/clean-up.ts';
import { openRecord } from '../stack/record.ts';

/** Ends the servers of every data folder in `scratch` that tests left running, and deletes these folders. */
export async function sweep(scratch: string): Promise<void> {
  for (const entry of readdirSync(scratch, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(scratch, entry.name);
    await cleanUp(openRecord(folder));
    const postgres = findLivingServer(join(folder, 'postgres'));
    if (postgres !== undefined) await endProcess(postgres.identity, { signal: 'SIGINT', graceMs: 8_000 });
    rmSync(folder, { recursive: true, force: true });
  }
}
