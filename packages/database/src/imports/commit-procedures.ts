import { dayOf, EARLIEST_DATE, type LegalDate } from '@tinhgon/rules/days';
import type { ProcedureInput } from '@tinhgon/rules/views/catalogue';
import { isSame } from '../catalogue/is-same.ts';
import type { CatalogueEventBody } from '../catalogue/event.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import type { Trx } from '../schema.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';
import type { ProcedureRow } from './rows.ts';

type Facts = Omit<ProcedureInput, 'ministry' | 'ministryFrom'>;
interface Known {
  facts: Facts;
  /** Agency in charge by the day it began. */
  ministries: Map<LegalDate, string>;
}

/**
 * Procedures of the catalogue. A code may stand several times, once for each agency in charge of it in turn;
 * its other facts are then those of its last row. Without `ministryFrom` a new procedure has had its agency
 * from the beginning, and one that is known gets another from today.
 */
export async function commitProcedures(run: ImportRun, rows: readonly ProcedureRow[]): Promise<ImportCounts> {
  const known = await knownProcedures(run.trx);
  const lastOf = new Map(rows.map((row) => [row.code, factsOf(row)]));
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, toStart: 0 };
  const changes: { subject: string; body: CatalogueEventBody }[] = [];
  for (const row of rows) {
    const facts = lastOf.get(row.code) ?? factsOf(row);
    const old = known.get(row.code);
    const ministryFrom = beginning(row, old, dayOf(run.now));
    if (isSame(old?.facts, facts) && old?.ministries.get(ministryFrom) === row.ministry) {
      counts.unchanged += 1;
      continue;
    }
    counts[old ? 'changed' : 'added'] += 1;
    known.set(row.code, {
      facts,
      ministries: new Map([...(old?.ministries ?? []), [ministryFrom, row.ministry]]),
    });
    const procedure = { ...facts, ministry: row.ministry, ministryFrom };
    changes.push({ subject: `procedure/${row.code}`, body: { type: 'procedureSaved', procedure } });
  }
  if (!run.dryRun) await writeCatalogue(run.trx, changes, run);
  run.onProgress(rows.length);
  return counts;
}

const factsOf = ({ code, nameVi, nameEn, field, level, users }: ProcedureInput): Facts => ({
  code,
  nameVi,
  nameEn,
  field,
  level,
  users,
});

/** From which day the row's agency is in charge. */
function beginning(row: ProcedureRow, old: Known | undefined, today: LegalDate): LegalDate {
  if (row.ministryFrom !== null) return row.ministryFrom;
  if (!old || old.ministries.get(EARLIEST_DATE) === row.ministry) return EARLIEST_DATE;
  const last = [...old.ministries].sort(([a], [b]) => (a < b ? -1 : 1)).at(-1);
  if (!last) return EARLIEST_DATE;
  return last[1] === row.ministry ? last[0] : today;
}

async function knownProcedures(trx: Trx): Promise<Map<string, Known>> {
  const [procedures, ministries] = await Promise.all([
    trx.selectFrom('procedure').selectAll().execute(),
    trx.selectFrom('procedure_ministry').selectAll().execute(),
  ]);
  const known = new Map<string, Known>(
    procedures.map(({ code, name_vi, name_en, field, level, users }) => [
      code,
      { facts: { code, nameVi: name_vi, nameEn: name_en, field, level, users }, ministries: new Map() },
    ]),
  );
  for (const { procedure_code, from, ministry } of ministries) {
    known.get(procedure_code)?.ministries.set(from, ministry);
  }
  return known;
}
