import type { CatalogueEventBody } from '../catalogue/event.ts';
import { figureKey } from '../catalogue/indicator-rows.ts';
import { isSame } from '../catalogue/is-same.ts';
import { figureOf, indicatorSubject } from '../catalogue/save-indicator.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { lockHeads } from '../events/append-events.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import { ImportConflict } from './errors.ts';
import type { IndicatorFigureRow } from './rows.ts';

/** Figures of indicators: what is new is entered, what differs is a correction and needs its reason. */
export async function commitIndicatorFigures(
  run: ImportRun,
  rows: readonly IndicatorFigureRow[],
): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const codes = [...new Set(rows.map(({ indicator }) => indicator))];
  await lockHeads(run.trx, codes.map(indicatorSubject));
  const stored = await run.trx
    .selectFrom('indicator_entry')
    .selectAll()
    .distinctOn(['indicator', 'kind', 'period', 'whose'])
    .where('indicator', 'in', codes.length > 0 ? codes : [''])
    .orderBy('indicator')
    .orderBy('kind')
    .orderBy('period')
    .orderBy('whose')
    .orderBy('version', 'desc')
    .execute();
  const known = new Map(stored.map(figureOf).map((figure) => [figureKey(figure), figure]));
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  const unexplained: string[] = [];
  for (const { reason, ...row } of rows) {
    const key = figureKey(row);
    const old = known.get(key);
    if (old && isSame(old, { ...row, version: old.version })) {
      counts.unchanged += 1;
      continue;
    }
    if (old && reason === '') unexplained.push(key);
    counts[old ? 'changed' : 'added'] += 1;
    const entry = { ...row, version: (old?.version ?? 0) + 1 };
    changes.push({
      subject: indicatorSubject(row.indicator),
      body: { type: 'indicatorEntered', entry, reason: old ? reason : '' },
    });
  }
  if (unexplained.length > 0) throw new ImportConflict('unexplained', unexplained);
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}
