import type { Actor } from '@tinhgon/rules/actor';
import { type PlanContent, planContentSchema } from '@tinhgon/rules/content';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { PlanChangesView } from '@tinhgon/rules/views/changes';
import { eventOf } from '../../events/recorded-event.ts';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import { type Past, pastOf } from './lineage.ts';
import { visiblePlans } from './visible-plans.ts';

type Since = 'approval' | 'decision' | number;
type Then = NonNullable<PlanChangesView['procedures'][number]['before']>;

/**
 * What of a plan reads otherwise than at the reader's last decision, or after an event. A plan that was split off
 * is compared with what it was as part of the other. Null when it does not exist for the reader, or the event does
 * not.
 */
export async function planChanges(
  db: Db,
  actor: Actor,
  code: string,
  since: Since,
): Promise<PlanChangesView | null> {
  const row = await db
    .selectFrom('plan')
    .select('state')
    .where('code', '=', code)
    .where(visiblePlans(actor))
    .executeTakeFirst();
  if (!row) return null;
  const now = row.state;
  const found = await momentOf(db, actor, now, since);
  if (!found) return typeof since === 'number' ? null : { since: null, lines: [], procedures: [] };
  const { event, state: before } = found;
  const own = before.code === code;
  const contents = await contentsOf(db, [before.content, now.content]);
  const [old, text] = [before, now].map((state) => planContentSchema.parse(contents.get(state.content)));
  if (!old || !text) return null;
  return {
    since: {
      type: event.type,
      step: 'step' in event ? (event.step ?? null) : null,
      at: event.at,
      by: event.actor,
    },
    // A plan that was split off has a name of its own from the beginning.
    lines: own ? changedLines(old, text) : [],
    procedures: await changedProcedures(db, measuresOf(before, old), measuresOf(now, text), own),
  };
}

/** The event compared with, and the plan as it was after it: here, or in the plan it was split off. */
async function momentOf(
  db: Db,
  actor: Actor,
  now: PlanState,
  since: Since,
): Promise<{ event: PlanEvent; state: PlanState } | null> {
  const parts: Pick<Past, 'subject' | 'upTo'>[] = [
    { subject: `plan/${now.code}`, upTo: now.seq },
    ...(typeof since === 'number' ? [] : await pastOf(db, now)),
  ];
  for (const { subject, upTo } of parts) {
    const rows = await db
      .selectFrom('current_event')
      .selectAll()
      .where('subject', '=', subject)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .execute();
    const events = rows.map((row) => eventOf(row) as PlanEvent);
    const at = events.findLastIndex((event) =>
      typeof since === 'number' ? event.seq === since : isOwnDecision(event, actor, since),
    );
    const event = events[at];
    const state = foldPlan(events.slice(0, at + 1));
    if (event && state) return { event, state };
  }
  return null;
}

const isOwnDecision = (event: PlanEvent, actor: Actor, since: 'approval' | 'decision'): boolean =>
  (event.type === 'approved' || (since === 'decision' && event.type === 'returned')) &&
  event.actor.id === actor.id;

const LINES = ['name', 'unit', 'grounds', 'targets'] as const;

const changedLines = (old: PlanContent, text: PlanContent): PlanChangesView['lines'] =>
  LINES.filter((field) => old[field] !== text[field]).map((field) => ({
    field,
    before: old[field],
    after: text[field],
  }));

function measuresOf(state: PlanState, content: PlanContent): ReadonlyMap<string, Then> {
  const written = new Map(content.measures.map((one) => [one.procedureCode, one]));
  return new Map(
    state.measures.map(({ procedureCode, measure, documents }) => {
      const { current = null, proposed = null, note = '' } = written.get(procedureCode) ?? {};
      return [procedureCode, { measure, current, proposed, note, documents: [...documents] }];
    }),
  );
}

/** In the plan's order, those that are gone last. */
async function changedProcedures(
  db: Db,
  before: ReadonlyMap<string, Then>,
  after: ReadonlyMap<string, Then>,
  own: boolean,
): Promise<PlanChangesView['procedures']> {
  const gone = own ? [...before.keys()].filter((code) => !after.has(code)) : [];
  const codes = [...after.keys(), ...gone].filter(
    (code) => hashOf(before.get(code) ?? null) !== hashOf(after.get(code) ?? null),
  );
  const nameOf = await procedureNames(db, codes);
  return codes.map((procedureCode) => ({
    procedureCode,
    name: nameOf(procedureCode),
    before: before.get(procedureCode) ?? null,
    after: after.get(procedureCode) ?? null,
  }));
}
