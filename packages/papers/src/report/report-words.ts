import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import en from '@tinhgon/language/en/reports.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import vi from '@tinhgon/language/vi/reports.json' with { type: 'json' };
import type { LocalName } from '@tinhgon/rules/views/common';
import type { ReportLanguage } from '@tinhgon/rules/views/report';

const WORDS = { vi: { t: vi, domain: viDomain }, en: { t: en, domain: enDomain } };

/** A report's words in one language. */
export const reportWords = (language: ReportLanguage) => ({
  ...WORDS[language],
  language,
  name: (name: LocalName): string => (language === 'en' ? (name.en ?? name.vi) : name.vi),
  /** Puts facts at the names in double braces. */
  fill: (text: string, facts: Readonly<Record<string, string | number>>): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole)),
  roman: (number: number): string => ['I', 'II', 'III', 'IV', 'V', 'VI'][number - 1] ?? String(number),
});
export type ReportWords = ReturnType<typeof reportWords>;
