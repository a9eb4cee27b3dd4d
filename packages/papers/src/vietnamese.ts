import vi from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import type { ContentWords } from '@tinhgon/rules/content-text';
import type { LegalDate } from '@tinhgon/rules/day';
import type { DocumentType } from '@tinhgon/rules/vocabulary';

/** Papers are in Vietnamese, whatever the reader's language: that is what is signed. */
export const WORDS = vi;

/** Where something is written in by hand. */
export const DOTS = '……';

/** A fact nobody has recorded: it stays visible until somebody does. */
export const missing = (what: string): string => `[${what}: chưa ghi]`;

export const orMissing = (text: string, what: string): string => (text.trim() === '' ? missing(what) : text);

/**
 * A day as official papers write it: days below 10, January and February with a nought before them (Decree
 * 30/2020/NĐ-CP, annex I); dots for a day that is not known.
 */
export function dayInWords(day: LegalDate | null): string {
  if (day === null) return `ngày ${DOTS} tháng ${DOTS} năm ${DOTS}`;
  const [year, month, date] = day.split('-').map(Number);
  return `ngày ${padded(date ?? 0, 10)} tháng ${padded(month ?? 0, 3)} năm ${year}`;
}

const padded = (value: number, below: number): string => (value < below ? `0${value}` : String(value));

/** 22/11/2026. */
export const shortDay = (day: LegalDate): string => day.split('-').toReversed().join('/');

export const number = (value: number): string => value.toLocaleString('vi-VN');
/** 03, 12, 1.084: numbers of things are written with two digits at least. */
export const count = (value: number): string => (value < 10 ? `0${value}` : number(value));

export const upper = (text: string): string => text.toLocaleUpperCase('vi');
export const capital = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);

export const CONTENT_WORDS: ContentWords = {
  paper: (name, originals, copies) => {
    const counts = [
      ...(originals > 0 ? [`${count(originals)} bản chính`] : []),
      ...(copies > 0 ? [`${count(copies)} bản sao`] : []),
    ];
    return counts.length > 0 ? `${name} (${counts.join(', ')})` : name;
  },
  timeLimit: (days, unit) => `${count(days)} ${unit === 'working' ? 'ngày làm việc' : 'ngày'}`,
  fee: (dong) => (dong === 0 ? 'Không' : `${number(dong)} đồng`),
  mode: (mode) => (vi.mode as Record<string, string>)[mode] ?? mode,
  level: (level) => (vi.level as Record<string, string>)[level] ?? level,
};

/** Who signs a document of this type, and the sign in its number. */
export const ISSUER: Readonly<Record<DocumentType, string>> = {
  law: 'Quốc hội',
  decree: 'Chính phủ',
  'pm-decision': 'Thủ tướng Chính phủ',
  circular: 'Bộ trưởng',
};
