import { mkdirSync } from 'node:fs';
import { walFolder } from './layout.ts';

/** A file that is being written has another name; one that is there already must be the same. */
const archived = (wal: string): string =>
  `if [ -f "${wal}/%f" ]; then cmp -s "%p" "${wal}/%f"; else cp "%p" "${wal}/%f.part" && mv "${wal}/%f.part" "${wal}/%f"; fi`;

/** Server settings with which PostgreSQL keeps everything it writes in a folder of backups, a minute late at most. */
export function archiveTo(folder: string): Record<string, string> {
  const wal = walFolder(folder);
  mkdirSync(wal, { recursive: true, mode: 0o700 });
  return { archive_mode: 'on', archive_timeout: '60s', archive_command: archived(wal) };
}
