import type { CatalogueEventBody } from '../catalogue/event.ts';
import { baselineSubject, isOnRecord } from '../catalogue/save-baseline.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import type { BaselineRow } from './rows.ts';

/** Baselines: the rows of one programme and day are one set, under the reason of the first. */
export async function commitBaselines(run: ImportRun, rows: readonly BaselineRow[]): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  for (const set of Map.groupBy(rows, baselineSubject).values()) {
    const [first] = set;
    if (!first) continue;
    const { programme, date, reason } = first;
    const procedureCodes = [...new Set(set.map((row) => row.procedureCode))].sort();
    const baseline = { programme, date, reason, procedureCodes };
    if (await isOnRecord(run.trx, baseline)) {
      counts.unchanged += set.length;
      continue;
    }
    const before = await run.trx
      .selectFrom('baseline')
      .select('id')
      .where('programme', '=', programme)
      .where('date', '=', date)
      .executeTakeFirst();
    counts[before ? 'changed' : 'added'] += set.length;
    changes.push({
      subject: baselineSubject(baseline),
      body: { type: 'baselineSaved', baseline },
    });
  }
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}
