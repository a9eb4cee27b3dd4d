import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enMail from '@tinhgon/language/en/mail.json' with { type: 'json' };
import enWeb from '@tinhgon/language/en/web.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viMail from '@tinhgon/language/vi/mail.json' with { type: 'json' };
import viWeb from '@tinhgon/language/vi/web.json' with { type: 'json' };
import { formatFor } from '@tinhgon/language/format';
import type { LegalDate } from '@tinhgon/rules/day';

/** What people read in e-mails, by language. */
const WORDS = {
  vi: { mail: viMail, step: viDomain.step, field: viWeb.returns.field, day: formatFor('vi').day },
  en: { mail: enMail, step: enDomain.step, field: enWeb.returns.field, day: formatFor('en').day },
};

export type MailLanguage = keyof typeof WORDS;
export interface MailWords {
  readonly mail: typeof viMail;
  readonly step: Readonly<Record<string, string>>;
  /** What may be changed under an approval. */
  readonly field: Readonly<Record<string, string>>;
  readonly day: (day: LegalDate) => string;
}

export const mailWords = (language: MailLanguage): MailWords => WORDS[language];

/** The language a person chose, else that of the deployment. */
export const mailLanguage = (chosen: string | null, usual: MailLanguage): MailLanguage =>
  chosen === 'vi' || chosen === 'en' ? chosen : usual;
