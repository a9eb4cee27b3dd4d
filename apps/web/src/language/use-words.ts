import { formatFor } from '@tinhgon/language/format';
import type { LocalName } from '@tinhgon/rules/views/common';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Groups of domain.json: codes of the field and the words people read. */
type Group =
  | 'cause'
  | 'bottleneckPhase'
  | 'campaignPhase'
  | 'inspectionPhase'
  | 'findingPhase'
  | 'step'
  | 'function'
  | 'role'
  | 'phase'
  | 'status'
  | 'measure'
  | 'level'
  | 'documentType'
  | 'mode'
  | 'evidence'
  | 'costLineKind'
  | 'consultation';

type Details = Readonly<Record<string, string | number>>;

/** Words of the field for codes that come from the server. A code without a word is shown as it is. */
export function useWords() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => {
    const look = (key: string, values: Details = {}): string | null => {
      const found = i18n.getFixedT(language)(key as never, values as never) as unknown as string;
      return i18n.exists(key, values) ? found : null;
    };
    const format = formatFor(language);
    const figures = (value: string | number) => {
      if (typeof value === 'number') return format.number(value);
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
    };
    const word = (group: Group, code: string): string => look(`domain:${group}.${code}`) ?? code;
    return {
      word,
      /** Names of agencies, procedures and programmes; English falls back to Vietnamese. */
      name: (name: LocalName): string => (language === 'en' ? (name.en ?? name.vi) : name.vi),
      capital: (group: Group, code: string): string => capital(word(group, code), language),
      /** The sentence for an error code. Facts that are codes themselves are put into words first. */
      reason: (code: string, details: Details = {}): string => {
        const facts = Object.fromEntries(
          Object.entries(details).map(([key, value]) => [
            key,
            key === 'function' || key === 'step' ? word(key, String(value)) : figures(value),
          ]),
        );
        // A sentence may have variants by reason; without one of its own the plain sentence stands.
        const variant = facts['reason'] === undefined ? {} : { context: facts['reason'] };
        return look(`errors:${code}`, { ...facts, ...variant }) ?? code;
      },
      language,
    };
  }, [i18n, language]);
}

export const capital = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
