import { isLegalDate, type LegalDate } from '@tinhgon/rules/days';

/** `22/11/2026`, `22-11-2026`, `22.11.2026` or `2026-11-22`; null for anything else. */
export function parseDay(typed: string): LegalDate | null {
  const written = typed.trim();
  if (isLegalDate(written)) return written;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLegalDate(date) ? date : null;
}

/** `22/11/2026`, the form that `parseDay` reads in every language; empty for no day. */
export const writeDay = (day: LegalDate | null): string => (day ? day.split('-').reverse().join('/') : '');
