import { plain, plainWords } from './plain.ts';

/** From here on two headings or words may mean the same; below it nothing is offered. */
export const CLOSE = 0.6;
/** Two that are this near to each other compete: neither is taken without being asked. */
export const RIVAL = 0.1;

/** A way of writing a heading or word, made ready for many comparisons. */
export interface Spelling {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

export function spellingOf(text: string): Spelling {
  const joined = plain(text);
  const pairs = new Set(
    Array.from({ length: Math.max(0, joined.length - 1) }, (_, at) => joined.slice(at, at + 2)),
  );
  return { plain: joined, words: new Set(plainWords(text)), pairs };
}

/** A heading also without what it says in brackets: “Mã TTHC (theo CSDL quốc gia)”. */
export const waysOf = (text: string): readonly Spelling[] => {
  const bare = text.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return plain(bare) === '' || plain(bare) === plain(text)
    ? [spellingOf(text)]
    : [spellingOf(text), spellingOf(bare)];
};

/** 1: the same but for accents, case and punctuation; less than 1: as alike as their words and letters are. */
export function likeness(ways: readonly Spelling[], spellings: readonly Spelling[]): number {
  let best = 0;
  for (const [at, way] of ways.entries()) {
    for (const spelling of spellings) {
      const same = way.plain !== '' && way.plain === spelling.plain;
      // What was left out in brackets may have said something else.
      const found = same
        ? 1
        : Math.max(common(way.words, spelling.words), common(way.pairs, spelling.pairs)) * 0.99;
      best = Math.max(best, at === 0 ? found : found * 0.95);
    }
  }
  return best;
}

/** The share of what two sets have in common. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return (2 * both) / (a.size + b.size);
}
