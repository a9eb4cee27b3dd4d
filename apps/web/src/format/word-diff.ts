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
  const parts = diffArrays(tokensOf(before), tokensOf(after)).map(
    ({ value, added, removed }): DiffPart => ({
      text: value.join(''),
      kind: added ? 'added' : removed ? 'removed' : 'same',
    }),
  );
  return parts.reduce<DiffPart[]>(joined, []);
}

/** Changes with nothing but a space between them are one change. */
function joined(told: DiffPart[], part: DiffPart): DiffPart[] {
  const space = told.at(-1);
  if (part.kind === 'same' || space?.kind !== 'same' || space.text.trim() !== '' || told.length === 1)
    return merged(told, part);
  return [
    { text: space.text, kind: 'removed' as const },
    { text: space.text, kind: 'added' as const },
    part,
  ].reduce(merged, told.slice(0, -1));
}

/** Adds a part to the change that ends the list, removed words before added ones. */
function merged(told: DiffPart[], part: DiffPart): DiffPart[] {
  const from = told.findLastIndex(({ kind }) => kind === 'same') + 1;
  const own = told.findIndex(({ kind }, index) => index >= from && kind === part.kind);
  if (part.kind === 'same') return [...told, part];
  if (own >= 0)
    return told.map((one, index) => (index === own ? { ...one, text: one.text + part.text } : one));
  return part.kind === 'removed' ? [...told.slice(0, from), part, ...told.slice(from)] : [...told, part];
}
