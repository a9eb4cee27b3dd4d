import { personRef } from '@tinhgon/rules/actor';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { isSame } from '../catalogue/is-same.ts';
import { lockHeads } from '../events/append-events.ts';
import type { Trx } from '../schema.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import { documentStates } from './document-states.ts';
import { ImportConflict } from './errors.ts';
import { importStandings } from './import-standing.ts';
import { mergeEvidence } from './merge-evidence.ts';
import type { EvidenceRow } from './rows.ts';
import { type Imported, writeImported } from './write-imported.ts';

/** Evidence of documents that nobody works on yet: of the past, or waiting for it since their import. */
export async function commitEvidence(run: ImportRun, rows: readonly EvidenceRow[]): Promise<ImportCounts> {
  const byDocument = Map.groupBy(rows, ({ documentCode }) => documentCode);
  const codes = [...byDocument.keys()];
  if (!run.dryRun)
    await lockHeads(
      run.trx,
      codes.map((code) => `document/${code}`),
    );
  const states = await documentStates(run.trx, codes);
  const standings = await importStandings(run.trx, 'document', codes);
  await checkPlans(run.trx, rows);
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const imported: Imported<DocumentState>[] = [];
  const live: string[] = [];
  for (const [code, own] of byDocument) {
    const before = states.get(code);
    if (!before) continue;
    const { evidence, added, changed, unchanged } = mergeEvidence(before, own, personRef(run.actor), run.now);
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += unchanged;
    const { seq: _seq, version: _version, ...old } = before;
    if (isSame(old, { ...old, ...evidence })) continue;
    if (standings.get(code)?.live) live.push(code);
    imported.push({ before, after: { ...old, ...evidence }, ready: !isClosed(before.phase) });
  }
  if (live.length > 0) throw new ImportConflict('live', live);
  counts.toStart = await writeImported(run, imported);
  run.onProgress(rows.length);
  return counts;
}

/** Evidence for a plan that does not name the document for that procedure would never count: say so. */
async function checkPlans(trx: Trx, rows: readonly EvidenceRow[]): Promise<void> {
  const plans = [...new Set(rows.flatMap(({ planCode }) => (planCode === undefined ? [] : [planCode])))];
  if (plans.length === 0) return;
  const measures = await trx.selectFrom('measure').selectAll().where('plan_code', 'in', plans).execute();
  const named = new Set(
    measures.flatMap((measure) =>
      measure.documents.map((document) => `${measure.plan_code}\n${measure.procedure_code}\n${document}`),
    ),
  );
  const wrong = rows.filter(
    ({ planCode, procedureCode, documentCode }) =>
      planCode !== undefined && !named.has(`${planCode}\n${procedureCode}\n${documentCode}`),
  );
  if (wrong.length > 0) {
    throw new ImportConflict(
      'not-linked',
      wrong.map((row) => `${row.planCode}/${row.procedureCode}`),
    );
  }
}
