import type { Actor } from '@tinhgon/rules/actor';
import type { PlanContent } from '@tinhgon/rules/content';
import { doer } from '@tinhgon/rules/person';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { MeasureThen, PlanChangesView } from '@tinhgon/rules/views/changes';
import { eventOf } from '../../events/recorded-event.ts';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { changedKeys, measuresThen, planContentOf } from '../changes/measures-then.ts';
import { isOwnDecision } from '../changes/moment.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import type { Past } from './lineage.ts';
import { changedLines } from './plan-lines.ts';

/** A decision of the reader, what it was about, and the plan after it. */
interface Decided {
  readonly event: Extract<PlanEvent, { type: 'approved' | 'returned' }>;
  readonly codes: readonly string[];
  readonly state: PlanState;
}

/**
 * What of some of a plan's procedures reads otherwise than when the reader last decided on each: one may have come
 * back alone, and of another they may never have decided. `since` is the latest of these decisions.
 */
export async function itemChanges(
  db: Db,
  actor: Actor,
  now: PlanState,
  codes: readonly string[],
  parts: readonly Pick<Past, 'subject' | 'upTo'>[],
  approvalsAlone: boolean,
): Promise<PlanChangesView | null> {
  const last = new Map<string, Decided>();
  for (const part of parts) {
    for (const one of (await decisionsIn(db, actor, part, approvalsAlone)).toReversed()) {
      for (const code of one.codes) if (!last.has(code)) last.set(code, one);
    }
  }
  const found = codes.flatMap((code) => last.get(code) ?? []);
  const latest = found.toSorted((a, b) => a.event.at.localeCompare(b.event.at)).at(-1);
  const nameOf = await procedureNames(db, [...new Set([...codes, ...last.keys()])]);
  const named = (procedureCode: string) => ({ procedureCode, name: nameOf(procedureCode) });
  if (!latest) return { since: null, lines: [], procedures: [], undecided: codes.map(named) };
  const contents = await contentsOf(db, [
    now.content,
    ...[...last.values()].map(({ state }) => state.content),
  ]);
  const text = planContentOf(contents.get(now.content));
  const own = latest.state.code === now.code;
  const old = planContentOf(contents.get(latest.state.content));
  if (!text || !old) return null;
  const after = measuresThen(now, text);
  const then = new Map(
    [...last].flatMap(([code, { state }]) => {
      const measure = thenIn(state, planContentOf(contents.get(state.content)), code);
      return measure ? [[code, measure] as const] : [];
    }),
  );
  const isNew = (code: string) => own && !latest.state.measures.some((one) => one.procedureCode === code);
  // What was decided on and has left the plan since is told too.
  const gone = own ? latest.codes.filter((code) => !after.has(code)) : [];
  const told = new Set([...codes.filter((code) => then.has(code) || isNew(code)), ...gone]);
  const of = (measures: ReadonlyMap<string, MeasureThen>) =>
    new Map([...measures].filter(([code]) => told.has(code)));
  const { event } = latest;
  return {
    since: { type: event.type, step: event.step, at: event.at, by: doer(event) },
    lines: own ? changedLines(old, text) : [],
    procedures: changedKeys(of(then), of(after)).map((code) => ({
      ...named(code),
      before: then.get(code) ?? null,
      after: after.get(code) ?? null,
    })),
    undecided: codes.filter((code) => !told.has(code)).map(named),
  };
}

const thenIn = (state: PlanState, content: PlanContent | undefined, code: string) =>
  content && measuresThen(state, content).get(code);

/** The reader's decisions in one record, oldest first. */
async function decisionsIn(
  db: Db,
  actor: Actor,
  { subject, upTo }: Pick<Past, 'subject' | 'upTo'>,
  approvalsAlone: boolean,
): Promise<Decided[]> {
  const rows = await db
    .selectFrom('current_event')
    .selectAll()
    .where('subject', '=', subject)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
  const decisions: Decided[] = [];
  let state: PlanState | null = null;
  for (const event of rows.map((row) => eventOf(row) as PlanEvent)) {
    const lanes: ReturnType<typeof lanesOf> = state ? lanesOf(state) : [];
    state = evolvePlan(state, event);
    if (event.type !== 'approved' && event.type !== 'returned') continue;
    if (!isOwnDecision(event, actor, approvalsAlone)) continue;
    const codes = event.procedureCodes ?? lanes.find(({ step }) => step.key === event.step)?.procedureCodes;
    decisions.push({ event, codes: codes ?? [], state });
  }
  return decisions;
}
