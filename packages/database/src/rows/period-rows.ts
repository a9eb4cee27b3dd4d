import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { type Instant, startOfDay } from '@tinhgon/rules/days';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';

type Period = Omit<Schema['subject_period'], 'subject' | 'to_at'>;
type State = PlanState | DocumentState | BottleneckState;

/** From when to when subjects stood in a phase and under an agency: what lists of a past day are read from. */
export class PeriodChanges {
  readonly #begun = new Map<string, Period[]>();

  take(before: State | null, after: State, at: Instant): void {
    const [was, is] = [before && standing(before), standing(after)];
    if (was && was.phase === is.phase && was.agency === is.agency) return;
    const subject = `${after.kind}/${after.code}`;
    const known = this.#begun.get(subject) ?? [];
    const from_at = was ? at : beginning(after, at);
    // Of what changed several times in one moment the last holds.
    this.#begun.set(subject, [...known.filter((one) => one.from_at < from_at), { from_at, ...is }]);
  }

  async write(trx: Trx): Promise<void> {
    const rows = [...this.#begun].flatMap(([subject, periods]) =>
      periods.map((period, index) => ({ subject, to_at: periods[index + 1]?.from_at ?? null, ...period })),
    );
    if (rows.length === 0) return;
    const first = [...this.#begun].map(([subject, [period]]) => ({ subject, from_at: period?.from_at }));
    const begun = sql`json_populate_recordset(null::subject_period, ${JSON.stringify(first)}::json) begun`;
    await sql`
      delete from subject_period p using ${begun}
      where p.subject = begun.subject and p.from_at >= begun.from_at`.execute(trx);
    await sql`
      update subject_period p set to_at = begun.from_at from ${begun}
      where p.subject = begun.subject and (p.to_at is null or p.to_at > begun.from_at)`.execute(trx);
    await insertRows(trx, 'subject_period', rows);
  }
}

const standing = (state: State) => ({
  phase: state.phase,
  agency: state.kind === 'bottleneck' ? state.responsible : state.leadAgency,
});

/** What was brought in at a step stood there since that step began; a document that was signed by then, since it was. */
function beginning(state: State, at: Instant): Instant {
  if (state.kind === 'bottleneck') return at;
  const opened = [...state.finishedSteps, ...openSteps(state)].map(({ openedAt }) => openedAt);
  const signed =
    state.kind === 'document' && state.promulgation ? [startOfDay(state.promulgation.signedOn)] : [];
  return [...opened, ...signed].reduce((first, moment) => (moment < first ? moment : first), at);
}

const openSteps = (state: PlanState | DocumentState) =>
  state.kind === 'document' ? state.steps : state.step ? [state.step] : [];
