import type { DocumentState } from './document/state.ts';
import { evidencedProcedures } from './document/coverage.ts';
import type { Hash } from './hash.ts';
import { linkedDocumentCodes, type LinkedDocument, type PlanState } from './plan/state.ts';
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
  if (before?.phase === after.phase && before.step?.key === after.step?.key) return [];
  // The step from approved to carrying out is the documents' own news; an imported plan still has to tell them.
  if (after.phase === 'done' || (after.phase === 'carrying-out' && before)) return [];
  const ended = isClosed(after.phase);
  const told = new Set([...linkedDocumentCodes(after), ...Object.keys(after.documents)]);
  return [...told].sort().map((to) => ({
    to,
    news: {
      planCode: after.code,
      seq: after.seq,
      approved: after.phase === 'approved' || after.phase === 'carrying-out',
      measures: ended
        ? []
        : after.measures
            .filter((measure) => measure.documents.includes(to))
            .map(({ procedureCode, measure, hash }) => ({ procedureCode, measure, hash })),
      editors: after.editors,
    },
  }));
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
