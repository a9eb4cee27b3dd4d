import { seenItems } from '../document/material.ts';
import type { DocumentState } from '../document/state.ts';
import type { Hash } from '../hash.ts';
import { lanesOf } from '../plan/lanes.ts';
import { changedFields, type SeenMeasure } from '../plan/material.ts';
import type { PlanState } from '../plan/state.ts';
import { isWaiting, type Remark, remarksOf } from '../remark/state.ts';
import type { StepKey } from '../vocabulary.ts';
import { type LastSeen, TEXT } from './last-seen.ts';

type Subject = PlanState | DocumentState;

/** Why a change that answers a remark is asked about as usual and not confirmed in one step. */
export const OBSTACLES = ['remark-waiting', 'only-explained', 'line-unchanged', 'other-changes'] as const;
export interface Obstacle {
  readonly reason: (typeof OBSTACLES)[number];
  /** The lines meant, by the names of their fields; a document's measures are one. */
  readonly fields: readonly string[];
}

/** A procedure, or a document, that comes back to a check with an answer to its own remarks. */
export interface Confirmable {
  readonly procedureCode: string | null;
  /** The check's remarks on it that are not settled: all of them are settled with it. */
  readonly remarks: readonly Remark[];
  /** The content row the check saw last. */
  readonly saw: Hash;
  /** Null when its author may confirm it in one step. */
  readonly obstacle: Obstacle | null;
}

/** What an open check may confirm, or why not; nothing where no answer says that something was changed. */
export function confirmables(state: Subject, check: StepKey): Confirmable[] {
  const seen = state.lastSeen?.[check] ?? {};
  return itemsAt(state, check).flatMap((item) => {
    const last = seen[item];
    if (!last) return [];
    const own = remarksOf(state).filter(
      (remark) => remark.check === check && (remark.procedureCode ?? TEXT) === item,
    );
    const open = own.filter((remark) => remark.resolvedBy === undefined);
    const answering = own.filter((remark) => saysChanged(remark, last));
    if (!open.some((remark) => answering.includes(remark))) return [];
    return [
      {
        procedureCode: item === TEXT ? null : item,
        remarks: open,
        saw: last.content,
        obstacle: obstacleTo(changesIn(state, item, last), open, answering, last),
      },
    ];
  });
}

function itemsAt(state: Subject, check: StepKey): readonly string[] {
  if (state.kind === 'document') return state.steps.some(({ key }) => key === check) ? [TEXT] : [];
  return lanesOf(state).find(({ step }) => step.key === check)?.procedureCodes ?? [];
}

/** An answer given before the check last decided says nothing of what was changed since. */
const saysChanged = (remark: Remark, { at }: LastSeen): boolean =>
  remark.changed === true && remark.answeredAt !== undefined && remark.answeredAt >= at;

/** What is material and reads otherwise than the check saw it. */
interface Changes {
  readonly fields: readonly string[];
  /** Of a document whose articles keep their number: which of them. */
  readonly articles?: readonly number[];
}

function changesIn(state: Subject, item: string, last: LastSeen): Changes {
  if (state.kind === 'plan') {
    const measure = state.measures.find(({ procedureCode }) => procedureCode === item);
    return { fields: measure ? changedFields(last.items as SeenMeasure, measure) : [item] };
  }
  const now = textItems(state);
  const names = [...new Set([...Object.keys(last.items), ...Object.keys(now)])];
  const changed = names.filter((name) => last.items[name] !== now[name]).sort();
  // Measures are named together: not everybody who reads the document sees their plans.
  const fields = [...new Set(changed.map((name) => (name.includes('/') ? 'measures' : name)))];
  const [before, after] = [last.articles, state.articleList];
  if (!before || !after || before.length !== after.length) return { fields };
  return { fields, articles: before.flatMap((article, index) => (article === after[index] ? [] : [index])) };
}

/** A document's text and its measures as one list of digests. */
export function textItems(state: DocumentState): Readonly<Record<string, string>> {
  const { text = {}, ...measures } = seenItems(state) ?? {};
  const linked = Object.entries(measures).map(([name, { measure = '' }]) => [name, measure]);
  return { ...text, ...Object.fromEntries(linked) };
}

function obstacleTo(
  changes: Changes,
  open: readonly Remark[],
  answering: readonly Remark[],
  last: LastSeen,
): Obstacle | null {
  const because = (reason: Obstacle['reason'], fields: readonly string[]): Obstacle | null =>
    fields.length > 0 ? { reason, fields: [...new Set(fields)] } : null;
  const fieldsOf = (remarks: readonly Remark[]) => remarks.map(({ field }) => field);
  const unanswered = open.filter((remark) => !answering.includes(remark));
  const idle = open.filter((remark) => isMaterial(remark) && !isTouched(remark, changes, last));
  return (
    because('remark-waiting', fieldsOf(unanswered.filter(isWaiting))) ??
    because('only-explained', fieldsOf(unanswered)) ??
    because(
      'other-changes',
      changes.fields.filter((field) => !isCovered(field, changes, answering, last)),
    ) ??
    because('line-unchanged', fieldsOf(idle))
  );
}

/** Lines of a procedure that are material, by what a remark calls them; a document's are called alike. */
const MATERIAL_LINES: Readonly<Record<string, string>> = {
  papers: 'papers',
  timeLimit: 'timeLimit',
  fee: 'feeDong',
  conditions: 'conditions',
  level: 'level',
  title: 'title',
  articles: 'articles',
};
const isMaterial = ({ field }: Remark): boolean => MATERIAL_LINES[field] !== undefined;

/** Whether the very line a remark is about has changed. */
function isTouched(remark: Remark, changes: Changes, last: LastSeen): boolean {
  if (!changes.fields.includes(MATERIAL_LINES[remark.field] ?? '')) return false;
  const article = articleOf(remark, last);
  return article === 'all' || changes.articles === undefined || changes.articles.includes(article);
}

/** Whether remarks account for all that has changed in a line: of a document's articles, for each of them. */
function isCovered(
  field: string,
  { articles }: Changes,
  answering: readonly Remark[],
  last: LastSeen,
): boolean {
  const about = answering.filter((remark) => MATERIAL_LINES[remark.field] === field);
  if (field !== 'articles') return about.length > 0;
  const named = about.map((remark) => articleOf(remark, last));
  return named.includes('all') || (articles?.every((index) => named.includes(index)) ?? false);
}

/** Papers are one line; articles are counted, by the text the remark was made on. */
const articleOf = ({ field, index, content }: Remark, last: LastSeen): number | 'all' => {
  if (field !== 'articles' || index === undefined) return 'all';
  return content === last.content ? index : -1;
};
