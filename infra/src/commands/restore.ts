import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';
import { Problem } from '../problem.ts';
import { readSettings } from '../stack/settings.ts';
import { explain, progressWords } from '../words/terminal.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { at: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Problem('NO_FOLDER_NAMED');
  const { DATA_DIR } = readSettings(process.env);
  const { path } = await restoreBackup({ folder, dataDir: DATA_DIR, ...momentOf(values.at) });
  console.log(progressWords().restored(path, DATA_DIR));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

/** Without a zone a time would mean something else on the next machine. */
function momentOf(at: string | undefined): { at?: string } {
  if (at === undefined) return {};
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(at) || Number.isNaN(Date.parse(at)))
    throw new Problem('BAD_MOMENT', { at });
  return { at: new Date(at).toISOString() };
}
