import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn, walFolder } from './layout.ts';

/** A segment of the log, or the note of a backup in it: its timeline, and its place, which goes on over all timelines. */
const SEGMENT = /^[0-9A-F]{8}([0-9A-F]{16})(\.[0-9A-F]{8}\.backup)?$/;

/**
 * Removes all but the newest `keep` backups of a folder, and what was archived of the log before the oldest of these
 * begins. Backups that were not finished go too, once they are older. Gives the paths of what was removed.
 */
export function removeOlder(folder: string, keep: number): string[] {
  const kept = backupsIn(folder).slice(-keep);
  const [oldest] = kept;
  if (!oldest) return [];
  const named = new Set(kept.map(({ path }) => path));
  const older = readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}T/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !named.has(path) && path < oldest.path);
  const removed = [...older, ...logBefore(folder, join(oldest.path, 'postgres', 'backup_label'))];
  for (const path of removed) rmSync(path, { recursive: true, force: true });
  return removed;
}

/** Segments that no backup reads from any more, as PostgreSQL's pg_archivecleanup tells them: by place alone. */
function logBefore(folder: string, label: string): string[] {
  const archive = walFolder(folder);
  const first = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m.exec(readFileSync(label, 'utf8'))?.[1];
  const from = SEGMENT.exec(first ?? '')?.[1];
  if (from === undefined || !existsSync(archive)) return [];
  return readdirSync(archive)
    .filter((name) => {
      const place = SEGMENT.exec(name)?.[1];
      return place !== undefined && place < from;
    })
    .map((name) => join(archive, name));
}
