import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import en from '@tinhgon/language/en/reports.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import { formatFor } from '@tinhgon/language/format';
import vi from '@tinhgon/language/vi/reports.json' with { type: 'json' };
import type { LocalName } from '@tinhgon/rules/views/common';
import type { ReportLanguage } from '@tinhgon/rules/views/report';

const WORDS = { vi: { t: vi, domain: viDomain }, en: { t: en, domain: enDomain } };

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** Puts facts at the names in double braces. */
const fill = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** A report's words in one language. */
export const reportWords = (language: ReportLanguage) => ({
  ...WORDS[language],
  language,
  fill,
  name: (name: LocalName): string => (language === 'en' ? (name.en ?? name.vi) : name.vi),
  /** So many of them, in the form the language has for that number. */
  counted: (things: 'procedures' | 'documents' | 'legalDocuments' | 'agencies', n: number): string => {
    const forms: Readonly<Record<string, string>> = WORDS[language].t.counts;
    const form = forms[`${things}_${new Intl.PluralRules(language).select(n)}`];
    return fill(form ?? forms[`${things}_other`] ?? '', { n: formatFor(language).number(n) });
  },
  annexHeading: (number: number): string =>
    fill(WORDS[language].t.annex, { number: ROMAN[number - 1] ?? number }),
});
export type ReportWords = ReturnType<typeof reportWords>;
