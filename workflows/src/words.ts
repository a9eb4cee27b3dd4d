import type { Chain, StepName } from '@tinhgon/rules/chain';
import domainEn from '@tinhgon/language/en/domain.json' with { type: 'json' };
import supervisorEn from '@tinhgon/language/en/supervisor.json' with { type: 'json' };
import domainVi from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import supervisorVi from '@tinhgon/language/vi/supervisor.json' with { type: 'json' };

export interface Words {
  readonly locale: keyof StepName;
  readonly domain: typeof domainVi;
  readonly supervisor: typeof supervisorVi;
}

/** The words a supervisor reads in the Temporal UI; another language is two more files named here. */
const WORDS = {
  vi: { locale: 'vi', domain: domainVi, supervisor: supervisorVi },
  en: { locale: 'en', domain: domainEn, supervisor: supervisorEn },
} satisfies Record<string, Words>;

export type Locale = keyof typeof WORDS;

export const wordsOf = (locale: Locale): Words => WORDS[locale];

/** A day as people of the language write it. Intl would take its words from the machine the worker runs on. */
export function dayIn({ supervisor }: Words, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return fill(supervisor.dayForm, { year, month, day });
}

/** What the checks added to a chain are called, as they were typed. */
export function ownStepNames({ steps, past = [] }: Chain, { locale }: Words): Record<string, string> {
  return Object.fromEntries(
    [...past, ...steps].flatMap(({ key, name }) => (name ? [[key, name[locale]]] : [])),
  );
}

/** Puts facts into the `{{places}}` of a sentence. The sandbox has no room for a whole i18n library. */
export const fill = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(facts[name] ?? place));

/** What people typed, to be shown as they typed it, never as Markdown. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
