import { isSame } from '../catalogue/is-same.ts';
import type { CatalogueEventBody } from '../catalogue/event.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { agencyOf } from '../queries/catalogue/agencies.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import type { MinistryRow } from './rows.ts';

/** Ministries and other agencies, by code. */
export async function commitMinistries(run: ImportRun, rows: readonly MinistryRow[]): Promise<ImportCounts> {
  const stored = await run.trx.selectFrom('agency').selectAll().execute();
  const known = new Map(stored.map((row) => [row.code, agencyOf(row)]));
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  for (const row of rows) {
    const old = known.get(row.code);
    const agency = { ...row, ...(old?.formerNames ? { formerNames: old.formerNames } : {}) };
    if (isSame(old, agency)) {
      counts.unchanged += 1;
      continue;
    }
    counts[old ? 'changed' : 'added'] += 1;
    known.set(agency.code, agency);
    changes.push({ subject: `agency/${agency.code}`, body: { type: 'agencySaved', agency } });
  }
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}
