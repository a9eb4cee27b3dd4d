import type { Instant } from '@tinhgon/rules/days';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';
import { documentStepRows, planStepRows } from './step-rows.ts';

type State = PlanState | DocumentState;
type Row = Omit<Schema['step_period'], 'kind' | 'code'>;
/** How a run of a step stands, without since when. */
type Standing = Omit<Row, 'from_at' | 'to_at' | 'known_from'>;

interface Change {
  readonly before: ReadonlyMap<string, Standing>;
  readonly after: ReadonlyMap<string, Standing>;
  readonly isFirst: boolean;
  /** Undefined for what is being written now. */
  readonly writtenAt: Instant | undefined;
}

/** From when to when steps stood open, with whom and until when, and what was done: `step_run` as it was at any moment. */
export class StepPeriods {
  readonly #changes = new Map<string, Change[]>();

  take(before: State | null, after: State, writtenAt: Instant | undefined): void {
    const [was, is] = [before ? standings(before) : new Map<string, Standing>(), standings(after)];
    if (JSON.stringify([...was]) === JSON.stringify([...is])) return;
    const subject = `${after.kind}/${after.code}`;
    const change = { before: was, after: is, isFirst: before === null, writtenAt };
    this.#changes.set(subject, [...(this.#changes.get(subject) ?? []), change]);
  }

  /** @param moment when what is being written now is known from */
  async write(trx: Trx, moment: Instant): Promise<void> {
    const done = [...this.#changes.values()].map((changes) => periodsOf(changes, moment));
    const ended = done.flatMap((one) => one.ended);
    if (ended.length > 0) {
      await sql`
        update step_period p set to_at = ended.to_at
        from json_populate_recordset(null::step_period, ${JSON.stringify(ended)}::json) ended
        where p.subject = ended.subject and p.step = ended.step and p.opened_at = ended.opened_at
          and p.place = ended.place and p.to_at is null`.execute(trx);
    }
    await insertRows(
      trx,
      'step_period',
      done.flatMap((one) => one.begun),
    );
  }
}

function periodsOf(changes: readonly Change[], moment: Instant): { begun: Row[]; ended: object[] } {
  const begun: Row[] = [];
  const ended: object[] = [];
  const last = new Map<string, Row>();
  // Of what was written at one moment the last holds.
  for (const [at, together] of Map.groupBy(changes, ({ writtenAt = moment }) => writtenAt)) {
    const was = together[0]?.before ?? new Map<string, Standing>();
    const is = together.at(-1)?.after ?? new Map<string, Standing>();
    for (const [key, old] of was) {
      if (JSON.stringify(is.get(key)) === JSON.stringify(old)) continue;
      const inMemory = last.get(key);
      if (inMemory) inMemory.to_at = at;
      else ended.push({ ...keyOf(old), to_at: at });
      last.delete(key);
    }
    for (const [key, standing] of is) {
      if (JSON.stringify(was.get(key)) === JSON.stringify(standing)) continue;
      const isFirst = together.some((one) => one.isFirst);
      for (const row of isFirst ? sinceItBegan(standing, at) : [begunAt(standing, at, at)]) {
        begun.push(row);
        last.set(key, row);
      }
    }
  }
  return { begun, ended };
}

const begunAt = (standing: Standing, from_at: Instant, known_from: Instant): Row => ({
  ...standing,
  from_at,
  to_at: null,
  known_from,
});

/** A run that was brought in with its subject was open since it began, and done since it ended. */
function sinceItBegan(standing: Standing, at: Instant): Row[] {
  const earlier = (one: Instant) => (one < at ? one : at);
  const opened = earlier(standing.opened_at);
  if (standing.finished_at === null) return [begunAt(standing, opened, at)];
  const finished = earlier(standing.finished_at);
  const open = { ...begunAt({ ...standing, finished_at: null }, opened, at), to_at: finished };
  return [...(opened < finished ? [open] : []), begunAt(standing, finished, at)];
}

function standings(state: State): ReadonlyMap<string, Standing> {
  const rows = state.kind === 'plan' ? planStepRows(state) : documentStepRows(state);
  const places = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const run = `${row.step} ${row.opened_at}`;
      const place = places.get(run) ?? 0;
      places.set(run, place + 1);
      const standing: Standing = {
        subject: row.subject,
        step: row.step,
        opened_at: row.opened_at,
        place,
        programme: state.programme,
        ministry: state.leadAgency,
        number: row.number,
        function: row.function,
        agency: row.agency,
        due_on: row.due_on,
        finished_at: row.finished_at,
        holder_id: row.holder_id,
        holder_name: row.holder_name,
        on_behalf_of: row.on_behalf_of,
        // What was done is no longer about any.
        procedures: row.finished_at === null ? row.procedures : 0,
      };
      return [`${run} ${place}`, standing];
    }),
  );
}

const keyOf = ({ subject, step, opened_at, place }: Standing) => ({ subject, step, opened_at, place });
