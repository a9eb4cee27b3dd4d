import type { ProcedureContent } from './content.ts';
import { PROCEDURE_FIELDS } from './remark/fields.ts';
import { assertNever } from './vocabulary.ts';

export const CONTENT_ROWS = PROCEDURE_FIELDS;
export type ContentRow = (typeof CONTENT_ROWS)[number];

/** How the parts of a procedure's content are put into words; the caller knows the language. */
export interface ContentWords {
  readonly paper: (name: string, originals: number, copies: number) => string;
  readonly timeLimit: (days: number, unit: 'working' | 'calendar') => string;
  readonly fee: (dong: number) => string;
  readonly mode: (mode: string) => string;
  readonly level: (level: string) => string;
}

const JOIN = '; ';

/** One part of a procedure's content as text, empty where nothing is said. */
export const contentText = (content: ProcedureContent | null, row: ContentRow, words: ContentWords): string =>
  contentLines(content, row, words).join(JOIN);

/** The same, item by item. */
export function contentLines(
  content: ProcedureContent | null,
  row: ContentRow,
  words: ContentWords,
): readonly string[] {
  if (!content) return [];
  switch (row) {
    case 'papers':
      return content.papers.map((paper) => words.paper(paper.name, paper.originals, paper.copies));
    case 'timeLimit':
      return content.timeLimit ? [words.timeLimit(content.timeLimit.days, content.timeLimit.unit)] : [];
    case 'fee':
      return content.feeDong === null ? [] : [words.fee(content.feeDong)];
    case 'modes':
      return content.modes.map(words.mode);
    case 'level':
      return content.level ? [words.level(content.level)] : [];
    case 'forms':
    case 'steps':
    case 'conditions':
      return content[row];
    case 'result':
    case 'legalBasis':
      return content[row] === '' ? [] : [content[row]];
    default:
      return assertNever(row);
  }
}

/** The papers, steps … of a part that is a list, each in short. */
export function partsOf(content: ProcedureContent | null, row: ContentRow): readonly string[] {
  if (!content) return [];
  if (row === 'papers') return content.papers.map((paper) => paper.name);
  return row === 'forms' || row === 'steps' || row === 'conditions' ? content[row] : [];
}

export interface Totals {
  readonly papersLess: number;
  readonly daysLess: number;
  readonly dongLess: number;
}

type Change = { readonly current: ProcedureContent | null; readonly proposed: ProcedureContent | null };

/** What the changes give a citizen: papers, days and đồng less, over procedures where both sides are known. */
export function totalsOf(changes: readonly Change[]): Totals {
  const sum = (less: (current: ProcedureContent, proposed: ProcedureContent) => number) =>
    changes.reduce(
      (total, { current, proposed }) => total + (current && proposed ? less(current, proposed) : 0),
      0,
    );
  return {
    papersLess: sum((current, proposed) => current.papers.length - proposed.papers.length),
    daysLess: sum((current, proposed) =>
      current.timeLimit && proposed.timeLimit && current.timeLimit.unit === proposed.timeLimit.unit
        ? current.timeLimit.days - proposed.timeLimit.days
        : 0,
    ),
    dongLess: sum((current, proposed) =>
      current.feeDong !== null && proposed.feeDong !== null ? current.feeDong - proposed.feeDong : 0,
    ),
  };
}
