import type { Choice } from './field.ts';
import { CLOSE, likeness, RIVAL, spellingOf } from './likeness.ts';
import { plainWords } from './plain.ts';

/** Words that say what kind of thing a name is of and are written or left out at will: “cấp tỉnh”. */
const KIND_WORDS: ReadonlySet<string> = new Set(['cap', 'loai']);

/** A closed list made ready for the many words of a file. */
export class Choices {
  readonly #byPlain = new Map<string, Set<string>>();
  readonly #all: { readonly code: string; readonly spellings: readonly ReturnType<typeof spellingOf>[] }[];

  constructor(choices: readonly Choice[]) {
    this.#all = choices.map(({ code, spellings }) => ({
      code,
      spellings: [code, ...spellings].map(spellingOf),
    }));
    for (const { code, spellings } of this.#all) {
      for (const one of spellings) {
        if (one.plain !== '')
          this.#byPlain.set(one.plain, (this.#byPlain.get(one.plain) ?? new Set()).add(code));
      }
    }
  }

  /** The one choice a word names but for accents, case and punctuation; null when none or several do. */
  named(word: string): string | null {
    const [first = '', ...rest] = plainWords(word);
    for (const way of [first + rest.join(''), ...(KIND_WORDS.has(first) ? [rest.join('')] : [])]) {
      const codes = this.#byPlain.get(way);
      if (codes) return codes.size === 1 ? ([...codes][0] ?? null) : null;
    }
    return null;
  }

  /** The one choice a word is like, to be offered and not taken; null when none is, or several compete. */
  close(word: string): string | null {
    const ways = [spellingOf(word)];
    const scored = this.#all
      .map(({ code, spellings }) => ({ code, score: likeness(ways, spellings) }))
      .toSorted((a, b) => b.score - a.score);
    const [best, next] = scored;
    if (!best || best.score < CLOSE || best.score === 1) return null;
    return next && next.score > best.score - RIVAL ? null : best.code;
  }
}
