import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { removeOlder } from '../backup/remove-older.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { Problem } from '../problem.ts';
import { openRecord } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';
import { explain, progressWords } from '../words/terminal.ts';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'string' } },
  });
  const [folder] = positionals;
  const keep = z.coerce.number().int().min(1).optional().safeParse(values.keep);
  if (!keep.success) throw new Problem('WRONG_KEEP');
  if (folder === undefined) throw new Problem('NO_FOLDER_NAMED');
  const { DATA_DIR, DATABASE_URL } = readSettings(process.env);
  if (DATABASE_URL !== undefined) throw new Problem('ONLY_EMBEDDED_DATABASE');
  const addresses = openRecord(DATA_DIR).readAddresses();
  if (addresses === undefined) throw new Problem('NOT_RUNNING');
  const { moment, path } = await takeBackup({
    dataDir: DATA_DIR,
    databaseUrl: addresses.databaseUrl,
    folder,
  });
  console.log(progressWords().backedUp(path, moment));
  if (keep.data !== undefined) {
    const removed = removeOlder(resolve(folder), keep.data);
    if (removed.length > 0) console.log(progressWords().removedOlder(removed.length));
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
