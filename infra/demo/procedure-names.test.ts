import { expect, it } from 'vitest';
import { namesOf, TOPICS } from './procedure-names.ts';

it('names no procedure with the same word twice in a row, in either language', () => {
  const names = Object.keys(TOPICS).flatMap((ministry) =>
    namesOf(ministry).flatMap(({ nameVi, nameEn }) => [nameVi, nameEn]),
  );
  expect(names.filter((name) => /(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu.test(name))).toEqual([]);
});
