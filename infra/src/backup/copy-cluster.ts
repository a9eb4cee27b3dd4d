import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Contents PostgreSQL makes anew at its start (its manual, "Making a Base Backup Using the Low Level API"). */
const EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_internal\.init|pgsql_tmp.*|.*\.part)$/;

/**
 * Copies the files of a running cluster, with all of its databases as of one moment, to an empty folder. Whoever runs
 * it must be able to read the cluster's folder. The copy holds the log it needs to become whole by itself.
 *
 * Through PostgreSQL's own functions, because its npm binaries come without `pg_basebackup`.
 */
export async function copyCluster(url: string, cluster: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Keeps the log from this moment on until this connection ends.
    await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [`copy_${process.pid}`]);
    const started = await client.query<{ file: string }>(
      `select pg_walfile_name(pg_backup_start('tinhgon', true)) as file`,
    );
    mkdirSync(target, { recursive: true, mode: 0o700 });
    copyFolder(cluster, target);
    const { rows } = await client.query<{ file: string; labelfile: string; spcmapfile: string }>(
      `select pg_walfile_name(lsn) as file, labelfile, spcmapfile from pg_backup_stop(true)`,
    );
    const [stopped] = rows;
    if (stopped === undefined) throw new Error('PostgreSQL does not say where the copy ends');
    writeFileSync(join(target, 'backup_label'), stopped.labelfile);
    if (stopped.spcmapfile !== '') writeFileSync(join(target, 'tablespace_map'), stopped.spcmapfile);
    const first = started.rows[0]?.file ?? '';
    const needed = readdirSync(join(cluster, 'pg_wal')).filter(
      (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= stopped.file,
    );
    for (const name of needed) copyFileSync(join(cluster, 'pg_wal', name), join(target, 'pg_wal', name));
  } finally {
    await client.end();
  }
}

function copyFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target, { mode: 0o700 });
      if (!EMPTY.has(entry.name)) copyFolder(source, target);
    } else if (entry.isFile()) {
      copyUnlessGone(source, target);
    }
  }
}

/** The server is at work: a file may go between the list and the copy, and the log knows why. */
function copyUnlessGone(source: string, target: string): void {
  try {
    copyFileSync(source, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
