import type { i18n } from 'i18next';

type Words = Pick<i18n, 't' | 'exists'>;

/** What a field of the form is called and where it lies: "Thủ tục 2 › Đề xuất › Giấy tờ 1 › Tên". */
export function fieldLabel(words: Words, path: string): string {
  const parts = path.split('.');
  return parts
    .map((part, index) => placeOf(words, part, parts[index - 1], parts[index + 1]))
    .filter((place) => place !== null)
    .join(' › ');
}

const isIndex = (part: string | undefined): boolean => part !== undefined && /^\d+$/.test(part);

/** The words for one part of the path; null where the part before or after it says all. */
function placeOf(words: Words, part: string, before?: string, after?: string): string | null {
  if (isIndex(part)) {
    const number = Number(part) + 1;
    switch (before) {
      case 'measures':
        return words.t('planForm.measure', { number });
      case 'papers':
        return words.t('planForm.paper', { number });
      case 'lines':
      case 'steps':
      case 'forms':
      case 'conditions':
        return words.t('planForm.line', { number });
      default:
        return null;
    }
  }
  if (isIndex(after) && (part === 'measures' || part === 'papers' || part === 'lines')) return null;
  if ((part === 'timeLimit' || part === 'amount' || part === 'wage') && after !== undefined) return null;
  const groups = [
    ...(isIndex(before) ? ['planForm.ofPaper'] : []),
    'planForm.field',
    'content.row',
    'content',
  ];
  const key = groups.map((group) => `${group}.${part}`).find((one) => words.exists(one));
  return key ? (words.t(key as never) as string) : part;
}
