import { sql } from 'kysely';
import { personRef } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/days';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { isSame } from '../catalogue/is-same.ts';
import { lockHeads } from '../events/append-events.ts';
import { termsInUse } from '../queries/terms/terms-in-use.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import { documentStates } from './document-states.ts';
import { ImportConflict } from './errors.ts';
import { importStandings } from './import-standing.ts';
import { peopleById } from './people.ts';
import { importedPlan } from './plan-state.ts';
import type { PlanRow } from './rows.ts';
import { type Imported, PENDING_CHANNEL, writeImported } from './write-imported.ts';

/** Plans: closed ones as they ended, open ones at their step with a workflow to be started. */
export async function commitPlans(run: ImportRun, rows: readonly PlanRow[]): Promise<ImportCounts> {
  const { trx } = run;
  const codes = rows.map(({ code }) => code);
  if (!run.dryRun)
    await lockHeads(
      trx,
      codes.map((code) => `plan/${code}`),
    );
  const standings = await importStandings(trx, 'plan', codes);
  const states = await planStates(run, codes);
  const documentCodes = rows.flatMap((row) => row.measures.flatMap((measure) => measure.documents));
  const documents = await documentStates(trx, documentCodes);
  const drafters = await peopleById(
    trx,
    rows.map(({ drafter }) => drafter),
  );
  const importer = personRef(run.actor);
  const terms = await termsInUse(run.trx, dayOf(run.now));
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const imported: Imported<PlanState>[] = [];
  const live: string[] = [];
  for (const row of rows) {
    const standing = standings.get(row.code);
    if (standing && isSame(standing.row, row)) {
      counts.unchanged += 1;
      continue;
    }
    if (standing?.live) live.push(row.code);
    const before = states.get(row.code) ?? null;
    const drafter = drafters.get(row.drafter ?? '') ?? importer;
    const { state, content } = importedPlan(row, documents, { importer, drafter }, terms, run.now);
    imported.push({ before, after: state, row, content, ready: true });
    counts[before ? 'changed' : 'added'] += 1;
  }
  if (live.length > 0) throw new ImportConflict('live', live);
  counts.toStart = await writeImported(run, imported);
  if (!run.dryRun) counts.toStart += await wakeDocuments(run, imported);
  run.onProgress(rows.length);
  return counts;
}

async function planStates({ trx }: ImportRun, codes: readonly string[]): Promise<Map<string, PlanState>> {
  const rows = await trx
    .selectFrom('plan')
    .select(['code', 'state'])
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute();
  return new Map(rows.map(({ code, state }) => [code, state]));
}

/** Documents that waited for a plan may start with it; a closed plan leaves them waiting for their evidence. */
async function wakeDocuments({ trx }: ImportRun, imported: readonly Imported<PlanState>[]): Promise<number> {
  const subjects = imported
    .filter(({ after }) => !isClosed(after.phase))
    .flatMap(({ after }) => after.measures.flatMap(({ documents }) => documents))
    .map((code) => `document/${code}`);
  const woken = await trx
    .updateTable('pending_start')
    .set({ ready: true })
    .where('ready', '=', false)
    .where('subject', '=', sql<string>`any(${[...new Set(subjects)]}::text[])`)
    .executeTakeFirst();
  if (woken.numUpdatedRows > 0n) await sql`select pg_notify(${PENDING_CHANNEL}, '')`.execute(trx);
  return Number(woken.numUpdatedRows);
}
