import { parseArgs } from 'node:util';
import { takeBackup } from '../backup/take-backup.ts';
import { Problem } from '../problem.ts';
import { openRecord } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';
import { explain, progressWords } from '../words/terminal.ts';

try {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
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
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
