import { sql } from 'kysely';
import type { Instant, LegalDate } from '@tinhgon/rules/days';
import { insertRows } from '../insert-rows.ts';
import type { Trx } from '../schema.ts';

/** An agency that is in charge of a procedure from a day on, and when that was written. */
export interface AgencyInCharge {
  readonly procedureCode: string;
  readonly from: LegalDate;
  readonly ministry: string;
  readonly writtenAt: Instant;
}

interface Period {
  procedure_code: string;
  known_from: Instant;
  known_to: Instant | null;
  ministries: string[];
}

/** Keeps, for each procedure, which agencies it was known to have had in turn, from when to when. */
export async function keepAgencies(trx: Trx, entries: readonly AgencyInCharge[]): Promise<void> {
  if (entries.length === 0) return;
  const codes = [...new Set(entries.map(({ procedureCode }) => procedureCode))];
  const open = await trx
    .selectFrom('procedure_ministries')
    .select(['procedure_code', 'ministries'])
    .where('known_to', 'is', null)
    .where('procedure_code', '=', sql<string>`any(${codes}::text[])`)
    .execute();
  const before = new Map(open.map((row) => [row.procedure_code, row.ministries]));
  const ended: { procedure_code: string; known_to: Instant }[] = [];
  const begun: Period[] = [];
  for (const [procedure_code, own] of Map.groupBy(entries, (entry) => entry.procedureCode)) {
    let last: Period | null = null;
    for (const { from, ministry, writtenAt } of own) {
      const known: readonly string[] = last?.ministries ?? before.get(procedure_code) ?? [];
      const ministries = inTurn(known, from, ministry);
      if (ministries.join() === known.join()) continue;
      if (last && last.known_from >= writtenAt) {
        last.ministries = ministries;
        continue;
      }
      if (last) last.known_to = writtenAt;
      else if (before.has(procedure_code)) ended.push({ procedure_code, known_to: writtenAt });
      last = { procedure_code, known_from: writtenAt, known_to: null, ministries };
      begun.push(last);
    }
  }
  if (ended.length > 0) {
    await sql`
      update procedure_ministries p set known_to = gone.known_to
      from json_populate_recordset(null::procedure_ministries, ${JSON.stringify(ended)}::json) gone
      where p.procedure_code = gone.procedure_code and p.known_to is null`.execute(trx);
  }
  await insertRows(trx, 'procedure_ministries', begun);
  const ways = new Map(begun.map(({ ministries }) => [ministries.join(), { ministries }]));
  await insertRows(trx, 'agencies_in_turn', [...ways.values()], { orIgnore: true });
}

/** The agencies in the order of their days; another one for a day takes the place of the one there was. */
function inTurn(known: readonly string[], from: LegalDate, ministry: string): string[] {
  return [...known.filter((entry) => !entry.startsWith(`${from} `)), `${from} ${ministry}`].sort();
}
