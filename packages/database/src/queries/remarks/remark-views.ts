import type { Actor } from '@tinhgon/rules/actor';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { RemarkEventBody } from '@tinhgon/rules/remark/event';
import { lineAt, linesOf } from '@tinhgon/rules/remark/lines';
import { objectionToResolving, objectionToTalking } from '@tinhgon/rules/remark/objections';
import { isWaiting, remarksOf } from '@tinhgon/rules/remark/state';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import type { Db } from '../../schema.ts';
import type { Past } from '../plans/lineage.ts';
import { contentsOf } from '../../store-content.ts';
import { permissionOf } from './permission-of.ts';

type Words = RemarkView['words'][number];

/** The remarks of a plan or document with their words, in the order they were made. */
export async function remarkViews(
  db: Db,
  actor: Actor,
  state: PlanState | DocumentState,
  past: readonly Past[] = [],
): Promise<RemarkView[]> {
  const remarks = remarksOf(state);
  if (remarks.length === 0) return [];
  const [said, contents] = await Promise.all([
    wordsOf(db, [...past.toReversed(), { subject: `${state.kind}/${state.code}`, upTo: state.seq }]),
    contentsOf(db, [state.content, ...remarks.map(({ content }) => content)]),
  ]);
  const talking = objectionToTalking(state, 'answerRemark', actor);
  return remarks.map((remark) => {
    const { field, procedureCode, index, content } = remark;
    const then = linesOf(contents.get(content), remark);
    const words = said.get(remark.id);
    return {
      id: remark.id,
      procedureCode: procedureCode ?? null,
      field,
      index: index ?? null,
      by: remark.by,
      at: remark.at,
      check: remark.check ?? null,
      text: words?.first ?? '',
      line: index === undefined ? null : lineAt(then, index),
      changed: hashOf(then) !== hashOf(linesOf(contents.get(state.content), remark)),
      waiting: isWaiting(remark),
      resolvedBy: remark.resolvedBy ?? null,
      resolvedAt: remark.resolvedAt ?? null,
      words: words?.after ?? [],
      answer: permissionOf(talking),
      resolve: permissionOf(talking ?? objectionToResolving(state, remark, actor)),
    };
  });
}

/** What was said at each remark: its own words, and those after it. */
async function wordsOf(
  db: Db,
  parts: readonly Pick<Past, 'subject' | 'upTo'>[],
): Promise<Map<string, { first: string; after: Words[] }>> {
  const found = await Promise.all(
    parts.map(({ subject, upTo }) =>
      db
        .selectFrom('current_event')
        .select(['at', 'actor_id', 'actor_name', 'type', 'payload'])
        .where('subject', '=', subject)
        .where('seq', '<=', upTo)
        .where('type', 'in', ['remarked', 'remarkAnswered', 'remarkResolved', 'remarkReopened'])
        .orderBy('seq')
        .execute(),
    ),
  );
  const rows = found.flat();
  const threads = new Map<string, { first: string; after: Words[] }>();
  for (const { at, actor_id, actor_name, type, payload } of rows) {
    const event = { ...payload, type } as RemarkEventBody;
    if (event.type === 'remarked') {
      threads.set(event.remark.id, { first: event.text, after: [] });
      continue;
    }
    const by = { id: actor_id, name: actor_name };
    const changed = event.type === 'remarkAnswered' && event.changed === true;
    threads
      .get(event.remarkId)
      ?.after.push({ kind: KINDS[event.type], by, at, text: event.text ?? '', changed });
  }
  return threads;
}

const KINDS = {
  remarkAnswered: 'answer',
  remarkResolved: 'resolved',
  remarkReopened: 'reopened',
} as const;
