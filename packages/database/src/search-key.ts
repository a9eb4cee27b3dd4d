/**
 * Text as it is searched: lower case, without Vietnamese marks, `đ` as `d`, blanks single. The same function
 * makes the stored column and the question, so that both always agree.
 */
export function searchKey(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => part)
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * `like` patterns of which a search column must match every one; none when nothing was asked. Numbers first: they are
 * in fewer names than words are, and what the first pattern turns away is not looked at again.
 */
export function searchPatterns(asked: string | undefined): string[] {
  return searchKey(asked)
    .split(' ')
    .filter((word) => word !== '')
    .toSorted((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)))
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`);
}
