import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enMail from '@tinhgon/language/en/mail.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viMail from '@tinhgon/language/vi/mail.json' with { type: 'json' };
import type { LegalDate } from '@tinhgon/rules/day';

/** What people read in e-mails, by language. */
const WORDS = {
  vi: { mail: viMail, step: viDomain.step as Readonly<Record<string, string>>, day: vietnameseDay },
  en: { mail: enMail, step: enDomain.step as Readonly<Record<string, string>>, day: englishDay },
} satisfies Record<string, { mail: typeof viMail; step: object; day: (day: LegalDate) => string }>;

export type MailLanguage = keyof typeof WORDS;
export type MailWords = (typeof WORDS)[MailLanguage];

export const mailWords = (language: MailLanguage): MailWords => WORDS[language];

/** The language a person chose, else that of the deployment. */
export const mailLanguage = (chosen: string | null, usual: MailLanguage): MailLanguage =>
  chosen === 'vi' || chosen === 'en' ? chosen : usual;

function vietnameseDay(day: LegalDate): string {
  return day.split('-').toReversed().join('/');
}

function englishDay(day: LegalDate): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
