/**
 * A number as people type it, with the thousands and decimals of Vietnamese or English, as JavaScript writes it: 1.084 as
 * 1084, and 82,84 as 82.84 where there may be decimals. Null when it is no such number.
 */
export function plainNumber(typed: string, decimals: boolean, digits = 9): string | null {
  const text = typed.replaceAll(/[\s%]/g, '');
  const plain = decimals ? text.replace(',', '.') : text.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, '');
  const fraction = decimals ? '(?:\\.\\d{1,2})?' : '';
  return new RegExp(`^\\d{1,${digits}}${fraction}$`).test(plain) ? plain : null;
}
