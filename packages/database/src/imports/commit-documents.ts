import { personRef } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/days';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { isSame } from '../catalogue/is-same.ts';
import { lockHeads } from '../events/append-events.ts';
import { termsInUse } from '../queries/terms/terms-in-use.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import { importedDocument } from './document-state.ts';
import { documentStates } from './document-states.ts';
import { ImportConflict } from './errors.ts';
import { importStandings } from './import-standing.ts';
import { peopleById } from './people.ts';
import type { DocumentRow } from './rows.ts';
import { type Imported, writeImported } from './write-imported.ts';

/**
 * Legal documents. One open at a step after its promulgation waits with its workflow until evidence or a plan
 * has been imported for it; any other open one is ready to start.
 */
export async function commitDocuments(run: ImportRun, rows: readonly DocumentRow[]): Promise<ImportCounts> {
  const codes = rows.map(({ code }) => code);
  if (!run.dryRun)
    await lockHeads(
      run.trx,
      codes.map((code) => `document/${code}`),
    );
  const states = await documentStates(run.trx, codes);
  const standings = await importStandings(run.trx, 'document', codes);
  const drafters = await peopleById(
    run.trx,
    rows.map(({ drafter }) => drafter),
  );
  const importer = personRef(run.actor);
  const terms = await termsInUse(run.trx, dayOf(run.now));
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const imported: Imported<DocumentState>[] = [];
  const live: string[] = [];
  const onRecord: string[] = [];
  for (const row of rows) {
    const standing = standings.get(row.code);
    if (standing && isSame(standing.row, row)) {
      counts.unchanged += 1;
      continue;
    }
    if (standing?.live) {
      live.push(row.code);
      continue;
    }
    const before = states.get(row.code) ?? null;
    if (before?.promulgation) {
      onRecord.push(row.code);
      continue;
    }
    const drafter = drafters.get(row.drafter ?? '') ?? importer;
    const { state, content } = importedDocument(row, before, { importer, drafter }, terms, run.now);
    const waits = state.promulgation !== null && Object.keys(state.links).length === 0;
    imported.push({ before, after: state, row, content, ready: !waits });
    counts[before ? 'changed' : 'added'] += 1;
  }
  if (live.length > 0) throw new ImportConflict('live', live);
  if (onRecord.length > 0) throw new ImportConflict('on-record', onRecord);
  counts.toStart = await writeImported(run, imported);
  run.onProgress(rows.length);
  return counts;
}
