import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enImports from '@tinhgon/language/en/imports.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viImports from '@tinhgon/language/vi/imports.json' with { type: 'json' };
import { plain } from '@tinhgon/rules/mapping/plain';
import type { Language } from '../errors/sentence.ts';

export type ColumnKey = keyof typeof viImports.columns;

/** Names of closed lists in the language files; files may use the code or either language's word. */
const LISTS = {
  agencyKind: [viImports.agencyKind, enImports.agencyKind],
  calendarDayKind: [viImports.calendarDayKind, enImports.calendarDayKind],
  approvalLevel: [viImports.approvalLevel, enImports.approvalLevel],
  dayUnit: [viImports.dayUnit, enImports.dayUnit],
  documentType: [viDomain.documentType, enDomain.documentType],
  figureKind: [viImports.figureKind, enImports.figureKind],
  flag: [viImports.flag, enImports.flag],
  indicatorGroup: [viImports.indicatorGroup, enImports.indicatorGroup],
  level: [viDomain.level, enDomain.level],
  measure: [viDomain.measure, enDomain.measure],
  mode: [viDomain.mode, enDomain.mode],
  phase: [viDomain.phase, enDomain.phase],
  step: [viDomain.step, enDomain.step],
} as const satisfies Record<string, readonly Readonly<Record<string, string>>[]>;
export type ListName = keyof typeof LISTS;

const HEADINGS: Record<Language, Readonly<Record<ColumnKey, string>>> = {
  vi: viImports.columns,
  en: enImports.columns,
};

export const headingOf = (column: ColumnKey, language: Language): string => HEADINGS[language][column];

/** What a heading may be written as: the column's own key, or its name in either language. */
export const spellingsOf = (column: ColumnKey): readonly string[] =>
  [column, HEADINGS.vi[column], HEADINGS.en[column]].map(plain);

const codesByWord = new Map(
  Object.entries(LISTS).map(([list, languages]) => [
    list,
    new Map(
      languages.flatMap((words) =>
        Object.entries(words).flatMap(
          ([code, word]) =>
            [
              [plain(code), code],
              [plain(word), code],
            ] as const,
        ),
      ),
    ),
  ]),
);

/** A closed list: each code with its word in both languages. */
export const wordsOf = (list: ListName): readonly { code: string; vi: string; en: string }[] => {
  const [vi, en] = LISTS[list] as readonly Readonly<Record<string, string>>[];
  return Object.entries(vi ?? {}).map(([code, word]) => ({ code, vi: word, en: en?.[code] ?? word }));
};

/** The code of a word of a closed list, or null. */
export const codeOfWord = (list: ListName, word: string): string | null =>
  codesByWord.get(list)?.get(plain(word)) ?? null;
