import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enErrors from '@tinhgon/language/en/errors.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viErrors from '@tinhgon/language/vi/errors.json' with { type: 'json' };
import { formatFor } from '@tinhgon/language/format';
import type { Rejection } from '@tinhgon/rules/errors';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Sentences = Readonly<Record<string, string>>;
const WORDS: Record<Language, { errors: Sentences; function: Sentences; step: Sentences }> = {
  vi: { errors: viErrors, function: viDomain.function, step: viDomain.step },
  en: { errors: enErrors, function: enDomain.function, step: enDomain.step },
};

/**
 * What a civil servant reads. A sentence has variants, named `CODE_variant`: by `details.reason`, by a
 * detail that is given (`DATE_ORDER_earliest`), or for a named field.
 */
export function sentenceFor(rejection: Rejection, language: Language): string {
  const words = WORDS[language];
  const { code, field, details = {} } = rejection;
  const facts: Record<string, string> = field === undefined ? {} : { field };
  for (const [name, value] of Object.entries(details)) {
    const inWords = name === 'function' || name === 'step' ? words[name][value] : undefined;
    // A check that was added to a chain brings its names along.
    const own = name === 'step' ? details[language === 'en' ? 'stepEn' : 'stepVi'] : undefined;
    facts[name] = inWords ?? inFigures(own ?? value, language);
  }
  const variants = [facts['reason'], ...Object.keys(details), field === undefined ? undefined : 'field'];
  const key = variants
    .map((variant) => `${code}_${variant}`)
    .find((name) => Object.hasOwn(words.errors, name));
  const sentence = words.errors[key ?? code] ?? code;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => facts[name] ?? '');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days and amounts as the reader's language writes them. */
function inFigures(value: string | number, language: Language): string {
  const format = formatFor(language);
  if (typeof value === 'string') return DAY.test(value) ? format.day(value) : value;
  return format.number(value);
}

/** `?lang` first, then the person's own choice, then the browser's wish; Vietnamese when none says. */
export function languageOf(asked: unknown, chosen: unknown, accepted: string | undefined): Language {
  for (const wish of [asked, chosen]) if (wish === 'vi' || wish === 'en') return wish;
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        tag: tag.toLowerCase().slice(0, 2),
        quality: quality ? Number(quality.trim().slice(2)) || 0 : 1,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const first = wishes.find(({ tag }) => tag === 'vi' || tag === 'en');
  return first?.tag === 'en' ? 'en' : 'vi';
}
