import type { OwnStep } from '@tinhgon/rules/views/terms';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Words {
  readonly default: object;
}

/** Shared with the API, which answers in it and sets it at sign-in to what the person chose elsewhere. */
const COOKIE = 'tinhgon_language';
const YEAR_S = 365 * 24 * 3600;

/** Only the language in use is fetched; another comes when it is chosen. */
const load = {
  vi: () =>
    Promise.all([
      import('@tinhgon/language/vi/web.json'),
      import('@tinhgon/language/vi/domain.json'),
      import('@tinhgon/language/vi/errors.json'),
    ]),
  en: () =>
    Promise.all([
      import('@tinhgon/language/en/web.json'),
      import('@tinhgon/language/en/domain.json'),
      import('@tinhgon/language/en/errors.json'),
    ]),
} satisfies Record<Language, () => Promise<readonly [Words, Words, Words]>>;

export const isLanguage = (value: string | null | undefined): value is Language =>
  value === 'vi' || value === 'en';

export function rememberedLanguage(): Language {
  const cookie = new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(document.cookie)?.[1];
  const chosen = new URLSearchParams(location.search).get('lang') ?? cookie;
  return isLanguage(chosen) ? chosen : 'vi';
}

async function addWords(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'web')) return;
  const [web, domain, errors] = await load[language]();
  i18next.addResourceBundle(language, 'web', web.default);
  i18next.addResourceBundle(language, 'domain', domain.default);
  i18next.addResourceBundle(language, 'errors', errors.default);
  putOwnSteps(language);
}

let ownSteps: readonly OwnStep[] = [];

/** Checks that people added to chains are words like those of the official steps, only that the server knows them. */
export function nameOwnSteps(steps: readonly OwnStep[]): void {
  ownSteps = steps;
  for (const language of LANGUAGES) if (i18next.hasResourceBundle(language, 'domain')) putOwnSteps(language);
}

function putOwnSteps(language: Language): void {
  const words = Object.fromEntries(ownSteps.map(({ key, name }) => [key, name[language]]));
  i18next.addResourceBundle(language, 'domain', { step: words }, true, true);
}

export async function startLanguage(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['web', 'domain', 'errors'],
    defaultNS: 'web',
    resources: {},
    // React escapes what it prints.
    interpolation: { escapeValue: false },
    // Names of added checks come later than the page.
    react: { bindI18nStore: 'added' },
  });
  await changeLanguage(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await addWords(language);
  await i18next.changeLanguage(language);
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
  document.documentElement.lang = language;
}
