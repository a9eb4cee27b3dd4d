import { randomUUID } from 'node:crypto';
import type { BaselineInput } from '@tinhgon/rules/views/catalogue';
import { baselineOn } from '../catalogue/baseline-rows.ts';
import type { CatalogueEventBody } from '../catalogue/event.ts';
import {
  baselineSubject,
  hasBaseline,
  isOnRecord,
  isProposed,
  lockProgramme,
} from '../catalogue/propose-baseline.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import type { BaselineRow } from './rows.ts';

/**
 * Baselines: the rows of one programme and day are one set, under the reason of the first. Sets of a programme that
 * had none hold at once; others are proposed, and wait for a second person.
 */
export async function commitBaselines(run: ImportRun, rows: readonly BaselineRow[]): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  const begun = new Map<string, boolean>();
  for (const programme of new Set(rows.map((row) => row.programme).sort())) {
    await lockProgramme(run.trx, programme);
    begun.set(programme, await hasBaseline(run.trx, programme));
  }
  for (const set of Map.groupBy(rows, baselineSubject).values()) {
    const [first] = set;
    if (!first) continue;
    const { procedureCode: _code, ...head } = first;
    const procedureCodes = [...new Set(set.map((row) => row.procedureCode))].sort();
    const baseline: BaselineInput = { ...head, procedureCodes };
    if ((await isOnRecord(run.trx, baseline)) || (await isProposed(run.trx, baseline))) {
      counts.unchanged += set.length;
      continue;
    }
    const before = await baselineOn(run.trx, head.programme, head.date);
    counts[before?.date === head.date ? 'changed' : 'added'] += set.length;
    const subject = baselineSubject(baseline);
    if (begun.get(head.programme)) {
      counts.toApprove = (counts.toApprove ?? 0) + 1;
      const proposal = randomUUID();
      changes.push({
        subject,
        body: { type: 'baselineProposed', proposal, base: before?.id ?? null, baseline },
      });
    } else changes.push({ subject, body: { type: 'baselineSaved', baseline } });
  }
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}
