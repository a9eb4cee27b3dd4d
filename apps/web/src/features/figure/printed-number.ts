import type { FigureMeasure } from '@tinhgon/rules/figure/figure';

/** A comma or a point before decimals; blanks and points between thousands. Null when it is no such number. */
export function printedNumber(typed: string, measure: FigureMeasure): string | null {
  const text = typed.replaceAll(/[\s%]/g, '');
  const plain = measure === 'share' ? text.replace(',', '.') : text.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, '');
  const decimals = measure === 'share' ? '(?:\\.\\d{1,2})?' : '';
  return new RegExp(`^\\d{1,9}${decimals}$`).test(plain) ? plain : null;
}
