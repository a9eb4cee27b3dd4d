import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { standingOf } from '@tinhgon/rules/dates/dated';
import { type Instant, startOfDay } from '@tinhgon/rules/days';
import { linkedProcedures } from '@tinhgon/rules/document/coverage';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { openSteps } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import { searchKey } from '../search-key.ts';
import type { Trx } from '../schema.ts';
import { delayRows } from './date-rows.ts';

type State = PlanState | DocumentState | BottleneckState;
type Standing = ReturnType<typeof standing>;

interface Begun {
  readonly standing: Standing;
  /** Undefined for what is being written now. */
  readonly writtenAt: Instant | undefined;
  /** Since when it stood so, where that was before it was written. */
  readonly since: Instant | undefined;
}

/**
 * From when to when subjects stood in a phase, under an agency and a name, with which dates: what lists of a past day
 * are read from.
 */
export class PeriodChanges {
  readonly #begun = new Map<string, Begun[]>();

  take(before: State | null, after: State, writtenAt: Instant | undefined): void {
    const is = standing(after);
    if (before && JSON.stringify(standing(before)) === JSON.stringify(is)) return;
    const subject = `${after.kind}/${after.code}`;
    const begun = { standing: is, writtenAt, since: before ? undefined : beginning(after) };
    this.#begun.set(subject, [...(this.#begun.get(subject) ?? []), begun]);
  }

  /** @param moment when what is being written now is known from */
  async write(trx: Trx, moment: Instant): Promise<void> {
    const rows = [...this.#begun].flatMap(([subject, begun]) => periodsOf(subject, begun, moment));
    if (rows.length === 0) return;
    const first = [...Map.groupBy(rows, ({ subject }) => subject).values()].flatMap(([row]) =>
      row ? { subject: row.subject, from_at: row.from_at } : [],
    );
    const begun = sql`json_populate_recordset(null::subject_period, ${JSON.stringify(first)}::json) begun`;
    await sql`
      update subject_period p set to_at = begun.from_at from ${begun}
      where p.subject = begun.subject and p.to_at is null`.execute(trx);
    await insertRows(trx, 'subject_period', rows);
  }
}

function periodsOf(subject: string, begun: readonly Begun[], moment: Instant) {
  const rows = begun.map(({ standing: is, writtenAt = moment, since = writtenAt }) => ({
    subject,
    from_at: since < writtenAt ? since : writtenAt,
    known_from: writtenAt,
    ...is,
  }));
  // Of what was written at one moment the last holds, since when the first of it did.
  const lasting = rows.flatMap((row, index) =>
    rows[index + 1]?.known_from === row.known_from
      ? []
      : {
          ...row,
          from_at: rows.find(({ known_from }) => known_from === row.known_from)?.from_at ?? row.from_at,
        },
  );
  return lasting.map((row, index) => ({ ...row, to_at: lasting[index + 1]?.from_at ?? null }));
}

function standing(state: State) {
  const { phase } = state;
  switch (state.kind) {
    case 'bottleneck':
      return {
        phase,
        agency: state.responsible,
        former_agencies: [],
        programme: null,
        title: '',
        planned_on: state.answerBy,
        first_planned_on: state.firstAnswerBy,
        planned_in_force_on: null,
        procedures: 0,
        delays: [],
        search: '',
      };
    case 'plan':
      return {
        phase,
        ...named(state, state.header.name),
        planned_on: state.header.deadline,
        first_planned_on: standingOf(state, 'deadline').first,
        planned_in_force_on: null,
        procedures: state.measures.length,
        search: searchKey(state.code, state.header.name),
      };
    case 'document':
      return {
        phase,
        ...named(state, state.header.title),
        planned_on: state.header.plannedSigningOn,
        first_planned_on: standingOf(state, 'plannedSigning').first,
        planned_in_force_on: state.header.plannedInForceOn,
        procedures: linkedProcedures(state).length,
        search: searchKey(state.code, state.promulgation?.number, state.header.title),
      };
  }
}

const named = (state: PlanState | DocumentState, title: string) => ({
  agency: state.leadAgency,
  former_agencies: state.formerAgencies ?? [],
  programme: state.programme,
  title,
  delays: delayRows(state).map(({ subject: _subject, ...delay }) => delay),
});

/** What was brought in at a step stood there since that step began; a document that was signed by then, since it was. */
function beginning(state: State): Instant | undefined {
  if (state.kind === 'bottleneck') return undefined;
  const open = state.kind === 'document' ? state.steps : openSteps(state);
  const opened = [...state.finishedSteps, ...open].map(({ openedAt }) => openedAt);
  const signed =
    state.kind === 'document' && state.promulgation ? [startOfDay(state.promulgation.signedOn)] : [];
  return [...opened, ...signed].toSorted()[0];
}
