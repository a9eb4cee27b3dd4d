import { EARLIEST_DATE, isLegalDate, LATEST_DATE, type LegalDate } from '@tinhgon/rules/days';
import type { ProblemCode } from './problems.ts';
import type { Cell } from './table.ts';

export type Parsed<T> = { readonly value: T } | { readonly code: ProblemCode };

/** A cell as text. Numbers keep their digits (Excel stores codes such as 100345 as numbers). */
export function textOf(cell: Cell): Parsed<string> {
  if (typeof cell === 'string') return { value: cell.normalize('NFC').replaceAll('\r\n', '\n').trim() };
  if (typeof cell === 'number' || typeof cell === 'bigint') return { value: String(cell) };
  if (typeof cell === 'boolean') return { value: String(cell) };
  if (cell instanceof Date && !Number.isNaN(cell.getTime()))
    return { value: cell.toISOString().slice(0, 10) };
  return { code: 'INVALID_INPUT' };
}

/** A legal date: a date cell, `YYYY-MM-DD`, or day first with slashes, dots or hyphens, as Vietnamese write it. */
export function dateOf(cell: Cell): Parsed<LegalDate> {
  const parsed = textOf(cell);
  if ('code' in parsed) return { code: 'INVALID_DATE' };
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(parsed.value) ?? [];
  const iso = year
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : (parsed.value.split('T', 1)[0] ?? '');
  if (!isLegalDate(iso)) return { code: 'INVALID_DATE' };
  return iso < EARLIEST_DATE || iso > LATEST_DATE ? { code: 'DATE_OUT_OF_RANGE' } : { value: iso };
}

/**
 * A whole number, also stored as text and with separators of thousands (`1.234.567`, `1,234,567`, `1 234 567`).
 * A lone separator counts as one of thousands only before exactly three digits.
 */
export function integerOf(cell: Cell): Parsed<number> {
  if (typeof cell === 'number')
    return Number.isSafeInteger(cell) ? { value: cell } : { code: 'NOT_A_NUMBER' };
  const parsed = textOf(cell);
  if ('code' in parsed) return { code: 'NOT_A_NUMBER' };
  const digits = /^\d{1,3}([., \u00a0\u202f]\d{3})+$/.test(parsed.value)
    ? parsed.value.replaceAll(/[., \u00a0\u202f]/g, '')
    : parsed.value.replace(/[.,]0+$/, '');
  if (!/^\d{1,15}$/.test(digits)) return { code: 'NOT_A_NUMBER' };
  return { value: Number(digits) };
}

/**
 * A number that may have two decimals after a comma or a point, also as text and with a sign of per cent. With separators
 * of thousands it is a whole number.
 */
export function decimalOf(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : { code: 'NOT_A_NUMBER' };
  const parsed = textOf(cell);
  if ('code' in parsed) return { code: 'NOT_A_NUMBER' };
  const plain = parsed.value.replace(/%$/, '').trimEnd();
  if (/^\d{1,15}[.,]\d{1,2}$/.test(plain)) return { value: Number(plain.replace(',', '.')) };
  return integerOf(plain);
}

/** Several values in one cell: lines, or parts between semicolons; a list in json. */
export function listOf(cell: Cell): readonly Cell[] {
  if (Array.isArray(cell)) return cell;
  if (typeof cell !== 'string') return [cell];
  return cell
    .split(/\r?\n|;/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Codes of agencies and documents never hold commas, so these may stand between them too. */
export const codeListOf = (cell: Cell): readonly Cell[] =>
  typeof cell === 'string' ? listOf(cell.replaceAll(',', ';')) : listOf(cell);
