import { missedByDocument } from '@tinhgon/rules/dates/missed';
import type { MissedView } from '@tinhgon/rules/views/dates';
import { type DocumentPhase, isClosed, type StepKey } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { ReadOn } from '../reader.ts';
import { momentOf } from '../steps/open-on.ts';
import { daysToGo } from '../steps/days-to-go.ts';

interface Row {
  readonly code: string;
  readonly phase: DocumentPhase;
  readonly planned_in_force_on: string | null;
  readonly signed_on: string | null;
  readonly in_force_on: string | null;
}

/** What documents have missed by the day read on and why, as far as it was published, by code. */
export async function missedByDocuments(
  db: Db,
  documents: readonly Row[],
  stepsOf: ReadonlyMap<string, readonly { readonly step: StepKey; readonly due_on: string | null }[]>,
  { today, calendar, past }: ReadOn,
): Promise<Map<string, MissedView[]>> {
  const codes = documents.map(({ code }) => code);
  if (codes.length === 0) return new Map();
  const [signings, delays] = await Promise.all([
    sql<{ code: string; day: string | null }>`
      select code, state #>> '{header,plannedSigningOn}' as day from document
      where code = any(${codes}::text[])`.execute(db),
    db
      .selectFrom('delay')
      .selectAll()
      .where(
        'subject',
        'in',
        codes.map((code) => `document/${code}`),
      )
      .execute(),
  ]);
  const signingOf = new Map(signings.rows.map(({ code, day }) => [code, day]));
  return new Map(
    documents.map((row) => {
      const missed = missedByDocument(
        {
          closed: isClosed(row.phase),
          steps: (stepsOf.get(row.code) ?? []).map(({ step, due_on }) => ({ key: step, dueOn: due_on })),
          plannedSigningOn: signingOf.get(row.code) ?? null,
          plannedInForceOn: row.planned_in_force_on,
          signed: row.signed_on !== null,
          inForceOn: row.in_force_on,
        },
        today,
      );
      const views = missed.map(({ step, date, missedOn }) => {
        const told = delays.find(
          (delay) =>
            delay.subject === `document/${row.code}` &&
            delay.missed === (step ?? date) &&
            delay.missed_on === missedOn &&
            (!past || delay.at < momentOf(past)),
        );
        return {
          step: step ?? null,
          date: date ?? null,
          missedOn,
          daysLate: daysToGo(missedOn, today, calendar).daysLate,
          reason: told
            ? { text: told.reason, by: { id: told.by_id, name: told.by_name }, at: told.at }
            : null,
        };
      });
      return [row.code, views];
    }),
  );
}
