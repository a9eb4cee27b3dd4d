import type { Rejection } from '@tinhgon/rules/errors';
import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enErrors from '@tinhgon/language/en/errors.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viErrors from '@tinhgon/language/vi/errors.json' with { type: 'json' };

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS = {
  vi: { errors: viErrors, domain: viDomain },
  en: { errors: enErrors, domain: enDomain },
} as const;

type Sentences = Readonly<Record<string, string>>;

/** What a civil servant reads: the sentence of the code, with its facts in words. */
export function sentenceFor(rejection: Rejection, language: Language): string {
  const { errors, domain } = WORDS[language];
  const details = rejection.details ?? {};
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(details)) facts[name] = String(value);
  if (typeof details['function'] === 'string') {
    facts['function'] = (domain.function as Sentences)[details['function']] ?? details['function'];
  }
  if (typeof details['step'] === 'string') {
    facts['step'] = (domain.step as Sentences)[details['step']] ?? details['step'];
  }
  if (rejection.field !== undefined) facts['field'] = rejection.field;
  return fill((errors as Sentences)[rejection.code] ?? rejection.code, facts);
}

/** A passage in [[…]] stands only when every fact it names is known. */
function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  const put = (part: string) => part.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => facts[name] ?? '');
  const known = (part: string) =>
    [...part.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => facts[name ?? ''] !== undefined);
  return put(sentence.replaceAll(/\[\[(.*?)\]\]/g, (_all, part: string) => (known(part) ? part : ''))).trim();
}
