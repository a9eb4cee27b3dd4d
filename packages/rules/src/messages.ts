import type { DocumentState } from './document/state.ts';
import { evidencedProcedures } from './document/coverage.ts';
import type { Hash } from './hash.ts';
import type { Heir } from './heir.ts';
import { optional } from './plan/decide.ts';
import { approvedMeasures, hasPassed } from './plan/lanes.ts';
import { materialHash } from './plan/material.ts';
import { originOf } from './plan/split.ts';
import { linkedDocumentCodes, type LinkedDocument, type PlanMeasure, type PlanState } from './plan/state.ts';
import { isClosed, type MeasureKind } from './vocabulary.ts';

/**
 * What a plan tells each of its documents: the whole of its link, so that the newest message says
 * everything and a lost or repeated one does no harm.
 */
export interface PlanLinkNews {
  readonly planCode: string;
  /** The plan's event number; a document ignores news older than it has. */
  readonly seq: number;
  /** A document may begin when one linked plan is approved. */
  readonly approved: boolean;
  /** Empty when the plan was refused or withdrawn, or names the document no longer. */
  readonly measures: readonly {
    readonly procedureCode: string;
    readonly measure: MeasureKind;
    readonly hash: Hash;
    /** Hash of what is material in it, where it is told apart. */
    readonly material?: Hash;
  }[];
  readonly editors: readonly string[];
  /** The plan these measures were first approved in, where they were split off it. */
  readonly origin?: string;
  /** Raised where the plan is approved, and where it was reopened: the document says again how it stands, even if nothing changed. */
  readonly asksSince?: number;
  /** For a document that is done and may open again. */
  readonly heir?: Heir;
  /** What was split off and asks of this document since: it hears of both at once, so that nothing is unasked. */
  readonly also?: readonly PlanLinkNews[];
}

/** What a document tells each plan linked to it. */
export interface DocumentNews extends LinkedDocument {
  readonly documentCode: string;
}

/**
 * Messages owed after a plan went from `before` to `after`. Documents hear of a plan when it is submitted,
 * approved or ended, and when the plan that was submitted no longer names them; not when a step of its own ended that
 * changes nothing for them. `repeated` tells them that too, as plans that began earlier did.
 */
export function planMessages(
  before: PlanState | null,
  after: PlanState,
  { repeated = false } = {},
): { to: string; news: PlanLinkNews }[] {
  if (before && after.splitInto !== before.splitInto) return splitMessages(after);
  if (after.phase === 'drafting' || after.phase === 'returned') return [];
  const moved = before === null || standing(before) !== standing(after);
  if (!moved && before.phase === after.phase) return [];
  // The step from approved to carrying out is the documents' own news; an imported plan still has to tell them.
  if (after.phase === 'done' || (after.phase === 'carrying-out' && !moved)) return [];
  const told = new Set([...linkedDocumentCodes(after), ...Object.keys(after.documents)]);
  return [...told]
    .sort()
    .filter((to) => repeated || !hasHeard(before, after, to))
    .map((to) => ({ to, news: linkNews(after, to) }));
}

/** Whether a document heard of the plan the last time and would hear the same again. */
function hasHeard(before: PlanState | null, after: PlanState, to: string): boolean {
  if (before === null || before.phase === 'drafting' || before.phase === 'returned') return false;
  const says = (state: PlanState) => JSON.stringify({ ...linkNews(state, to), seq: null });
  return says(before) === says(after);
}

/** A split concerns the documents of what left; where nothing was submitted yet, none has heard of the plan. */
function splitMessages(after: PlanState): { to: string; news: PlanLinkNews }[] {
  if (after.phase === 'drafting') return [];
  const left = after.splitInto?.at(-1)?.measures ?? [];
  return linkedDocumentCodes({ measures: left }).map((to) => ({ to, news: linkNews(after, to) }));
}

function linkNews(state: PlanState, to: string): PlanLinkNews {
  const { code: planCode, seq, editors } = state;
  const approved = approvedMeasures(state).map(({ procedureCode }) => procedureCode);
  const asks = asked(isClosed(state.phase) ? [] : state.measures, approved, to);
  const also = (state.splitInto ?? []).flatMap((part) => {
    const own = asked(part.measures, part.approved, to);
    const link = { planCode: part.code, seq: 1, editors, origin: originOf(state) };
    return own.measures.length > 0 ? [{ ...link, ...own }] : [];
  });
  return {
    planCode,
    seq,
    ...asks,
    approved: asks.approved || (hasPassed(state.phase) && asks.measures.length === 0),
    editors,
    ...(state.splitFrom ? { origin: originOf(state) } : {}),
    // What documents said while it was checked has begun nothing: once it is approved, they say it again.
    ...optional('asksSince', hasPassed(state.phase) ? seq : state.asksSince),
    ...(also.length > 0 ? { also } : {}),
  };
}

/** A document begins with what is approved; the rest follows when it is. Until then it knows what may come. */
function asked(measures: PlanState['measures'], approved: readonly string[], to: string) {
  const linked = measures.filter((measure) => measure.documents.includes(to));
  const ready = linked.filter((measure) => approved.includes(measure.procedureCode));
  return {
    approved: ready.length > 0,
    measures: (ready.length > 0 ? ready : linked).map(linkedMeasure),
  };
}

/** Where every procedure of the plan stands, for telling whether something moved. */
const standing = (state: PlanState): string =>
  JSON.stringify([
    state.step?.key ?? null,
    (state.aside ?? []).map(({ step, procedureCodes }) => [step.key, procedureCodes]),
  ]);

function linkedMeasure(measure: PlanMeasure): PlanLinkNews['measures'][number] {
  const { procedureCode, hash } = measure;
  return { procedureCode, measure: measure.measure, hash, ...optional('material', materialHash(measure)) };
}

/** Messages owed after a document went from `before` to `after`: only when something a plan shows has changed. */
export function documentMessages(
  before: DocumentState | null,
  after: DocumentState,
): { to: string; news: DocumentNews }[] {
  return (
    Object.keys(after.links)
      // Past evidence may stand under no plan at all: there is nobody to tell.
      .filter((planCode) => planCode !== '')
      .sort()
      .map((planCode) => ({
        to: planCode,
        news: newsFor(after, planCode),
        old: before && !isOwed(before, after, planCode) ? newsFor(before, planCode) : null,
      }))
      .filter(
        ({ news, old }) => !old || JSON.stringify({ ...news, seq: 0 }) !== JSON.stringify({ ...old, seq: 0 }),
      )
      .map(({ to, news }) => ({ to, news }))
  );
}

/**
 * A plan that was split off knows of this document what the other one knew when they parted, one that was reopened
 * heard nothing while it was closed, and what was said to one that was still checked began nothing: they have to hear
 * how the document stands now.
 */
function isOwed(before: DocumentState, after: DocumentState, planCode: string): boolean {
  const [then, now] = [before.links[planCode], after.links[planCode]];
  return (now?.origin !== undefined && then === undefined) || now?.asksSince !== then?.asksSince;
}

function newsFor(state: DocumentState, planCode: string): DocumentNews {
  const own = new Set(state.links[planCode]?.measures.map((measure) => measure.procedureCode));
  return {
    documentCode: state.code,
    seq: state.seq,
    phase: state.phase,
    steps: state.steps.map(({ key, dueOn }) => ({ key, dueOn })),
    inForceOn: state.promulgation?.inForceOn ?? null,
    evidenced: evidencedProcedures(state).filter((code) => own.has(code)),
  };
}
