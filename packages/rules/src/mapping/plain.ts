/** A heading or word as people compare them: without accents, case, blanks and punctuation. */
export const plain = (text: string): string => plainWords(text).join('');

/** The words of it, each without accents, case and punctuation. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
