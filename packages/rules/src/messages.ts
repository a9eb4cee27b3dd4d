import type { DocumentState } from './document/state.ts';
import { evidencedProcedures } from './document/coverage.ts';
import type { Hash } from './hash.ts';
import { optional } from './plan/decide.ts';
import { approvedMeasures, hasPassed } from './plan/lanes.ts';
import { materialHash } from './plan/material.ts';
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
}

/** What a document tells each plan linked to it. */
export interface DocumentNews extends LinkedDocument {
  readonly documentCode: string;
}

/**
 * Messages owed after a plan went from `before` to `after`. Documents hear of a plan when it is submitted,
 * approved or ended, and when the plan that was submitted no longer names them.
 */
export function planMessages(
  before: PlanState | null,
  after: PlanState,
): { to: string; news: PlanLinkNews }[] {
  if (after.phase === 'drafting' || after.phase === 'returned') return [];
  const moved = before === null || standing(before) !== standing(after);
  if (!moved && before.phase === after.phase) return [];
  // The step from approved to carrying out is the documents' own news; an imported plan still has to tell them.
  if (after.phase === 'done' || (after.phase === 'carrying-out' && !moved)) return [];
  const approved = new Set(approvedMeasures(after));
  const told = new Set([...linkedDocumentCodes(after), ...Object.keys(after.documents)]);
  return [...told].sort().map((to) => {
    const linked = isClosed(after.phase) ? [] : after.measures.filter((one) => one.documents.includes(to));
    // A document begins with what is approved; the rest follows when it is. Until then it knows what may come.
    const ready = linked.filter((measure) => approved.has(measure));
    return {
      to,
      news: {
        planCode: after.code,
        seq: after.seq,
        approved: ready.length > 0 || (hasPassed(after.phase) && linked.length === 0),
        measures: (ready.length > 0 ? ready : linked).map(linkedMeasure),
        editors: after.editors,
      },
    };
  });
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
        old: before && newsFor(before, planCode),
      }))
      .filter(
        ({ news, old }) => !old || JSON.stringify({ ...news, seq: 0 }) !== JSON.stringify({ ...old, seq: 0 }),
      )
      .map(({ to, news }) => ({ to, news }))
  );
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
