import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * A folder of backups: one folder for each, named by its moment, and `wal/` with what PostgreSQL wrote since, where
 * it is archived.
 */
export const walFolder = (folder: string): string => join(folder, 'wal');

export const Backup = z.object({
  /** Everything acknowledged before it is in the backup. */
  moment: z.iso.datetime(),
  /** From here on the copy is whole: the earliest moment it can be restored to. */
  wholeAt: z.iso.datetime(),
  /** Whether Temporal's file is part of it; in production Temporal's databases lie in the same cluster. */
  temporalFile: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** Written last: a folder without it is a copy that was not finished. */
export const DESCRIPTION = 'backup.json';

/** The finished backups of a folder, oldest first. */
export function backupsIn(folder: string): (Backup & { readonly path: string })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, DESCRIPTION)))
    .map((name) => {
      const path = join(folder, name);
      return { ...Backup.parse(JSON.parse(readFileSync(join(path, DESCRIPTION), 'utf8'))), path };
    })
    .toSorted((a, b) => (a.wholeAt < b.wholeAt ? -1 : 1));
}
