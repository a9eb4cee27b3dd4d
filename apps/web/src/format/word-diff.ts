import { diffArrays } from 'diff';

export interface DiffPart {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/**
 * A day, an amount with its separators and decimals, or a code of figures is read as one; so is a word with its
 * accents. A full stop that ends a sentence belongs to neither.
 */
const TOKEN = /\d{4}-\d{2}-\d{2}|\d+(?:[.,/]\d+)*(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}_]+|\s+|./gsu;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Word-level difference of two texts; joined, the parts without `added` are the first, without `removed` the second. */
export function wordDiff(before: string, after: string): DiffPart[] {
  return diffArrays(tokensOf(before), tokensOf(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
