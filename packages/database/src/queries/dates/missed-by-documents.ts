import { missedByDocument } from '@tinhgon/rules/dates/missed';
import type { MissedView } from '@tinhgon/rules/views/dates';
import { type DocumentPhase, isClosed, type StepKey } from '@tinhgon/rules/vocabulary';
import type { Schema } from '../../schema.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';

export interface MissedFacts {
  readonly code: string;
  readonly phase: DocumentPhase;
  readonly planned_signing_on: string | null;
  readonly planned_in_force_on: string | null;
  readonly signed_on: string | null;
  readonly in_force_on: string | null;
  /** Reasons published by then. */
  readonly delays: readonly Omit<Schema['delay'], 'subject'>[];
}

/** What documents have missed by the day read on and why, as far as it was published, by code. */
export function missedByDocuments(
  documents: readonly MissedFacts[],
  stepsOf: ReadonlyMap<string, readonly { readonly step: StepKey; readonly due_on: string | null }[]>,
  { today, calendar }: ReadOn,
): Map<string, MissedView[]> {
  return new Map(
    documents.map((row) => {
      const missed = missedByDocument(
        {
          closed: isClosed(row.phase),
          steps: (stepsOf.get(row.code) ?? []).map(({ step, due_on }) => ({ key: step, dueOn: due_on })),
          plannedSigningOn: row.planned_signing_on,
          plannedInForceOn: row.planned_in_force_on,
          signed: row.signed_on !== null,
          inForceOn: row.in_force_on,
        },
        today,
      );
      const views = missed.map(({ step, date, missedOn }) => {
        const told = row.delays.find(
          (delay) => delay.missed === (step ?? date) && delay.missed_on === missedOn,
        );
        return {
          step: step ?? null,
          date: date ?? null,
          missedOn,
          daysLate: daysToGo(missedOn, today, calendar).daysLate,
          // As JSON a moment may be written otherwise than as a column.
          reason: told
            ? {
                text: told.reason,
                by: { id: told.by_id, name: told.by_name },
                at: new Date(told.at).toISOString(),
              }
            : null,
        };
      });
      return [row.code, views];
    }),
  );
}
