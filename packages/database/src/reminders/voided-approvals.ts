import { addDays, dayOf, type Instant, startOfDay } from '@tinhgon/rules/day';
import { NEWS_DAYS } from '@tinhgon/rules/reminders/kinds';
import { voidedView, type VoidedView } from '@tinhgon/rules/views/voided';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Found } from './keep-reminders.ts';

/**
 * Approvals of plans and documents that fell of late, for whoever gave them: the person who signed, and the one in
 * whose name it was signed. `people` are the ids of those at work.
 */
export async function voidedApprovals(db: Db, people: ReadonlySet<string>, now: Instant): Promise<Found[]> {
  const since = startOfDay(addDays(dayOf(now), -NEWS_DAYS));
  const { rows } = await sql<{ subject: string; at: Instant; voided: unknown }>`
    select subject, at, payload->'voided' as voided from current_event
    where type = 'submitted' and payload ? 'voided' and at >= ${since} order by position`.execute(db);
  return rows.flatMap(({ subject, at, voided }) => {
    const byPerson = Map.groupBy(
      voidedView
        .array()
        .parse(voided)
        .flatMap((one) => signersOf(one).map((person) => ({ person, one }))),
      ({ person, one }) => `${person}\n${one.step}`,
    );
    return [...byPerson.values()].flatMap((theirs) => {
      const [first] = theirs;
      if (!first || !people.has(first.person)) return [];
      return {
        person: first.person,
        kind: 'approval-voided' as const,
        subject,
        step: first.one.step,
        openedAt: at,
        dueOn: dayOf(at),
        facts: {
          voided: together(
            first.one,
            theirs.map(({ one }) => one),
          ),
        },
      };
    });
  });
}

const signersOf = ({ by }: VoidedView): readonly string[] => [
  ...new Set([by.id, ...(by.onBehalfOf ? [by.onBehalfOf.id] : [])]),
];

/** A person may have approved a plan part by part; what fell is told once, each procedure with all that changed in it. */
function together(first: VoidedView, all: readonly VoidedView[]): VoidedView {
  const byCode = Map.groupBy(
    all.flatMap(({ procedures }) => procedures),
    ({ code }) => code,
  );
  const each = (fields: readonly string[]) => [...new Set(fields)];
  return {
    ...first,
    at:
      all
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? first.at,
    fields: each(all.flatMap(({ fields }) => fields)),
    procedures: [...byCode].map(([code, parts]) => ({
      code,
      fields: each(parts.flatMap(({ fields }) => fields)),
    })),
  };
}
