import type { Actor } from '@tinhgon/rules/actor';
import { type DocumentContent, documentContentSchema } from '@tinhgon/rules/content';
import { withDatesOf } from '@tinhgon/rules/dates/header';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { foldDocument } from '@tinhgon/rules/document/evolve';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { DocumentChangesView, MeasureThen } from '@tinhgon/rules/views/changes';
import { eventOf } from '../../events/recorded-event.ts';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { changedKeys, measuresThen, planContentOf } from '../changes/measures-then.ts';
import { momentOf, type Since } from '../changes/moment.ts';
import { visiblePlanNames } from '../plans/visible-plans.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import { readsDraft } from './draft-readers.ts';

/**
 * What of a document, and of the measures linked to it, reads otherwise than at the reader's last decision or look, or
 * after an event. For those who read its drafts; null for others. Measures of plans the reader may not see are counted.
 */
export async function documentChanges(
  db: Db,
  actor: Actor,
  code: string,
  since: Since,
): Promise<DocumentChangesView | null> {
  const row = await db.selectFrom('document').select('state').where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const now = row.state;
  const linked = await visiblePlanNames(db, actor, Object.keys(now.links));
  // What was signed is everybody's; how it read before is not.
  if (!readsDraft(actor, now, linked, false)) return null;
  const parts = [{ subject: `document/${code}`, upTo: now.seq }];
  const found = await momentOf<DocumentEvent, DocumentState>(db, actor, since, parts, foldDocument);
  if (!found) return typeof since === 'number' ? null : { since: null, lines: [], procedures: [], hidden: 0 };
  const before = found.state;
  const contents = await contentsOf(db, [before.content, now.content]);
  const [old, text] = [before, now].map((state) => {
    const content = documentContentSchema.safeParse(contents.get(state.content)).data;
    return content && withDatesOf(content, state.header);
  });
  if (!old || !text) return null;
  return {
    since: found.since,
    lines: changedLines(old, text),
    ...(await changedMeasures(db, actor, before, now)),
  };
}

const LINES = [
  'title',
  'plannedSigningOn',
  'plannedInForceOn',
  'articles',
  'summary',
  'impact',
  'responses',
  'announcement',
] as const;

const said = (content: DocumentContent, field: (typeof LINES)[number]): string => {
  const value = content[field];
  return value === null ? '' : typeof value === 'string' ? value : value.join('\n');
};

const changedLines = (old: DocumentContent, text: DocumentContent): DocumentChangesView['lines'] =>
  LINES.map((field) => ({ field, before: said(old, field), after: said(text, field) })).filter(
    ({ before, after }) => before !== after,
  );

/** A measure of a link, by the plan it was first approved in: a split changes nothing of it. */
interface Linked {
  readonly plan: string;
  readonly seq: number;
  readonly procedureCode: string;
  readonly hash: string;
}

const linkedIn = (state: DocumentState): ReadonlyMap<string, Linked> =>
  new Map(
    Object.entries(state.links).flatMap(([plan, { origin, seq, measures }]) =>
      measures.map(({ procedureCode, hash }) => [
        `${origin ?? plan}/${procedureCode}`,
        { plan, seq, procedureCode, hash },
      ]),
    ),
  );

async function changedMeasures(
  db: Db,
  actor: Actor,
  before: DocumentState,
  now: DocumentState,
): Promise<Pick<DocumentChangesView, 'procedures' | 'hidden'>> {
  const [old, fresh] = [linkedIn(before), linkedIn(now)];
  const hashes = (all: ReadonlyMap<string, Linked>) =>
    new Map([...all].map(([key, { hash }]) => [key, hash]));
  const changed = changedKeys(hashes(old), hashes(fresh)).map(
    (key) => [old.get(key), fresh.get(key)] as const,
  );
  const seen = await visiblePlanNames(
    db,
    actor,
    changed.flatMap((pair) => pair.flatMap((one) => one?.plan ?? [])),
  );
  const visible = changed.filter((pair) => pair.every((one) => !one || seen.has(one.plan)));
  const texts = new PlansThen(db);
  const nameOf = await procedureNames(
    db,
    visible.map(([one, other]) => (other ?? one)?.procedureCode ?? ''),
  );
  const procedures = [];
  for (const [one, other] of visible) {
    const { plan = '', procedureCode = '' } = other ?? one ?? {};
    procedures.push({
      planCode: plan,
      procedureCode,
      name: nameOf(procedureCode),
      before: one ? await texts.measure(one) : null,
      after: other ? await texts.measure(other) : null,
    });
  }
  return { procedures, hidden: changed.length - visible.length };
}

/** What plans said when a document heard of them, each read once. */
class PlansThen {
  readonly #read = new Map<string, Promise<ReadonlyMap<string, MeasureThen>>>();
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async measure({ plan, seq, procedureCode }: Linked): Promise<MeasureThen | null> {
    const key = `${plan}/${seq}`;
    const read = this.#read.get(key) ?? this.#measures(plan, seq);
    this.#read.set(key, read);
    return (await read).get(procedureCode) ?? null;
  }

  async #measures(plan: string, seq: number): Promise<ReadonlyMap<string, MeasureThen>> {
    const rows = await this.#db
      .selectFrom('current_event')
      .selectAll()
      .where('subject', '=', `plan/${plan}`)
      .where('seq', '<=', seq)
      .orderBy('seq')
      .execute();
    const state: PlanState | null = foldPlan(rows.map((row) => eventOf(row) as PlanEvent));
    if (!state) return new Map();
    const content = planContentOf((await contentsOf(this.#db, [state.content])).get(state.content));
    return content ? measuresThen(state, content) : new Map();
  }
}
