import { EARLIEST_DATE, isLegalDate, LATEST_DATE, type LegalDate } from '../day.ts';

const DAY_MS = 86_400_000;
/** Day 0 of Excel, which thinks that 1900 was a leap year; right from 1 March 1900 on. */
const EXCEL_ZERO_MS = Date.UTC(1899, 11, 30);

/**
 * A day as offices write it, beyond what every import reads: Excel's serial number, `ngày 15 tháng 3 năm 2024`,
 * a time after the day. Null for everything else, also for a year of two digits: nobody can know the century.
 */
export function officeDate(cell: unknown): LegalDate | null {
  if (typeof cell === 'number') return ofSerial(cell);
  if (typeof cell !== 'string') return null;
  const written = cell.normalize('NFC').trim();
  if (/^\d{5}(?:[.,]\d+)?$/.test(written)) return ofSerial(Number(written.replace(',', '.')));
  const spoken =
    /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu.exec(written) ??
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(written);
  if (!spoken) return null;
  const [, day = '', month = '', year = ''] = spoken;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLegalDate(iso) ? iso : null;
}

function ofSerial(serial: number): LegalDate | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
  const day = new Date(EXCEL_ZERO_MS + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return day >= EARLIEST_DATE && day <= LATEST_DATE ? day : null;
}

/**
 * A number as offices write it: `1.000,50`, `1,000.50`, `1 000`, `50.000 đồng`. Of two different separators the
 * last is the decimal one; a lone one stands for thousands only before exactly three digits. Null: no number.
 */
export function officeNumber(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const written = cell
    .normalize('NFC')
    .trim()
    .replace(/(?:đồng|đ|vnđ|vnd)\.?$/iu, '')
    .trimEnd()
    .replaceAll(/[\s\u00a0\u202f]/g, ' ');
  const [, sign = '', digits = ''] = /^([-–]?)\s?(\d[\d., ]*)$/.exec(written) ?? [];
  if (digits === '' || /[., ]$/.test(digits)) return null;
  const marks = [...new Set(digits.replaceAll(/\d/g, ''))];
  const decimal = decimalMark(digits, marks);
  if (decimal === null) return null;
  const [whole = '', fraction = ''] = decimal === '' ? [digits] : splitLast(digits, decimal);
  const groups = marks.filter((mark) => mark !== decimal);
  // Groups of thousands are of one kind and of three digits each; "1.00.000" is a slip, not a number.
  if (groups.length > 1 || !/^\d+$/.test(fraction || '0')) return null;
  const group = groups[0];
  if (group !== undefined && !isGrouped(whole, group)) return null;
  const value = Number(`${whole.replaceAll(/[., ]/g, '')}.${fraction || '0'}`);
  return sign === '' ? value : -value;
}

/** The decimal separator, `''` for none, null where the separators make no sense. */
function decimalMark(digits: string, marks: readonly string[]): string | null {
  const last = digits.replaceAll(/\d/g, '').at(-1);
  if (last === undefined) return '';
  const count = digits.split(last).length - 1;
  if (marks.length > 1) return last === ' ' ? '' : count === 1 ? last : null;
  if (last === ' ' || count > 1) return '';
  return /[.,]\d{3}$/.test(digits) && /^[1-9]\d{0,2}[.,]/.test(digits) ? '' : last;
}

const splitLast = (text: string, mark: string): [string, string] => {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
};

const isGrouped = (whole: string, mark: string): boolean => {
  const [first = '', ...rest] = whole.split(mark);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((part) => /^\d{3}$/.test(part));
};
