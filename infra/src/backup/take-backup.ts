import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { copyCluster } from './copy-cluster.ts';
import { type Backup, DESCRIPTION } from './layout.ts';

/** What lies beside the databases and is needed to go on as the same installation. */
const KEPT = ['secrets', 'installation.json'];

/**
 * Takes a backup of a running installation into `folder`, and gives its path. Nothing stops meanwhile.
 *
 * Temporal comes first: what it knows beyond the record when it is copied (decisions answered while the database was
 * out of reach) is then in its copy or, written in the meantime, in the record's. The other way round they would be in
 * neither.
 */
export async function takeBackup(options: {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly folder: string;
}): Promise<Backup & { readonly path: string }> {
  const { dataDir, databaseUrl } = options;
  const moment = new Date();
  const path = join(resolve(options.folder), moment.toISOString().replaceAll(':', ''));
  const half = `${path}.part`;
  mkdirSync(half, { recursive: true, mode: 0o700 });
  try {
    const temporal = join(dataDir, 'temporal.db');
    const temporalFile = existsSync(temporal);
    if (temporalFile) await copyTemporal(temporal, join(half, 'temporal.db'));
    await copyCluster(databaseUrl, join(dataDir, 'postgres'), join(half, 'postgres'));
    for (const name of KEPT) {
      if (existsSync(join(dataDir, name))) cpSync(join(dataDir, name), join(half, name), { recursive: true });
    }
    const taken = { moment: moment.toISOString(), wholeAt: new Date().toISOString(), temporalFile };
    writeFileSync(join(half, DESCRIPTION), `${JSON.stringify(taken, null, 2)}\n`);
    renameSync(half, path);
    return { ...taken, path };
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** SQLite's own copy of a file in use, all of it in one step: in several, each write of the server would begin it anew. */
async function copyTemporal(file: string, target: string): Promise<void> {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    await backup(database, target, { rate: 2 ** 31 - 1 });
  } finally {
    database.close();
  }
}
