import type { CatalogueEventBody } from '../catalogue/event.ts';
import { isSame } from '../catalogue/is-same.ts';
import { isFinishing, taskOf, taskSubject } from '../catalogue/save-programme-task.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { lockHeads } from '../events/append-events.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import { ImportConflict } from './errors.ts';
import type { ProgrammeTaskRow } from './rows.ts';

/** Tasks: new ones, ones that were done meanwhile, and changes, which need their reason. */
export async function commitProgrammeTasks(
  run: ImportRun,
  rows: readonly ProgrammeTaskRow[],
): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const codes = rows.map(({ code }) => code);
  await lockHeads(run.trx, codes.map(taskSubject));
  const stored = await run.trx
    .selectFrom('programme_task')
    .selectAll()
    .distinctOn('code')
    .where('code', 'in', codes.length > 0 ? codes : [''])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  const known = new Map(stored.map((row) => [row.code, taskOf(row)]));
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  const unexplained: string[] = [];
  for (const { reason, ...row } of rows) {
    const old = known.get(row.code);
    if (old && isSame(old, { ...row, version: old.version, removed: false })) {
      counts.unchanged += 1;
      continue;
    }
    if (old && reason === '' && !isFinishing(old, row)) unexplained.push(row.code);
    counts[old ? 'changed' : 'added'] += 1;
    const task = { ...row, version: (old?.version ?? 0) + 1, removed: false };
    changes.push({
      subject: taskSubject(row.code),
      body: { type: 'programmeTaskSaved', task, reason: old ? reason : '' },
    });
  }
  if (unexplained.length > 0) throw new ImportConflict('unexplained', unexplained);
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}
