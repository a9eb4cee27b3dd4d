import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { type Instant, startOfDay } from '@tinhgon/rules/days';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';

type State = PlanState | DocumentState | BottleneckState;

interface Begun {
  readonly state: State;
  readonly isFirst: boolean;
  /** Undefined for what is being written now. */
  readonly writtenAt: Instant | undefined;
}

/** From when to when subjects stood in a phase and under an agency: what lists of a past day are read from. */
export class PeriodChanges {
  readonly #begun = new Map<string, Begun[]>();

  take(before: State | null, after: State, writtenAt: Instant | undefined): void {
    const [was, is] = [before && standing(before), standing(after)];
    if (was && was.phase === is.phase && was.agency === is.agency) return;
    const subject = `${after.kind}/${after.code}`;
    const begun = { state: after, isFirst: before === null, writtenAt };
    this.#begun.set(subject, [...(this.#begun.get(subject) ?? []), begun]);
  }

  /** @param moment when what is being written now is known from */
  async write(trx: Trx, moment: Instant): Promise<void> {
    const rows = [...this.#begun].flatMap(([subject, begun]) => periodsOf(subject, begun, moment));
    if (rows.length === 0) return;
    const first = [...Map.groupBy(rows, ({ subject }) => subject).values()].flatMap(([row]) => row ?? []);
    const begun = sql`json_populate_recordset(null::subject_period, ${JSON.stringify(first)}::json) begun`;
    await sql`
      update subject_period p set to_at = begun.from_at from ${begun}
      where p.subject = begun.subject and p.to_at is null`.execute(trx);
    await insertRows(trx, 'subject_period', rows);
  }
}

function periodsOf(subject: string, begun: readonly Begun[], moment: Instant): Schema['subject_period'][] {
  const rows = begun.map(({ state, isFirst, writtenAt = moment }) => ({
    subject,
    from_at: isFirst ? beginning(state, writtenAt) : writtenAt,
    known_from: writtenAt,
    ...standing(state),
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

const standing = (state: State) => ({
  phase: state.phase,
  agency: state.kind === 'bottleneck' ? state.responsible : state.leadAgency,
});

/** What was brought in at a step stood there since that step began; a document that was signed by then, since it was. */
function beginning(state: State, writtenAt: Instant): Instant {
  if (state.kind === 'bottleneck') return writtenAt;
  const opened = [...state.finishedSteps, ...openSteps(state)].map(({ openedAt }) => openedAt);
  const signed =
    state.kind === 'document' && state.promulgation ? [startOfDay(state.promulgation.signedOn)] : [];
  return [...opened, ...signed].reduce((first, moment) => (moment < first ? moment : first), writtenAt);
}

const openSteps = (state: PlanState | DocumentState) =>
  state.kind === 'document' ? state.steps : state.step ? [state.step] : [];
