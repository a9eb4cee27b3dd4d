import { signedName } from '@tinhgon/rules/person';
import type { historyEntry } from '@tinhgon/rules/views/common';
import { voidedView, type VoidedView } from '@tinhgon/rules/views/voided';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../format/use-format.ts';

type Entry = z.infer<typeof historyEntry>;

/** Approvals that fell with this entry of a history. */
export function voidedIn(entry: Pick<Entry, 'facts'>): readonly VoidedView[] {
  return voidedView.array().safeParse(entry.facts['voided']).data ?? [];
}

/**
 * The approvals of an open check that fell since it last decided: what it is asked again about. Entries are
 * newest first.
 */
export function askedAgainAt(history: readonly Entry[], step: string): readonly VoidedView[] {
  const decided = history.findIndex((entry) => entry.type === 'approved' && entry.step === step);
  const since = decided < 0 ? history : history.slice(0, decided);
  return since.flatMap(voidedIn).filter((voided) => voided.step === step);
}

/** Fields that changed, each once, in the order they are told. */
export const changedFields = (voided: readonly VoidedView[]): readonly string[] => [
  ...new Set(voided.flatMap((one) => [...one.fields, ...one.procedures.flatMap(({ fields }) => fields)])),
];

/** Puts fallen approvals into words. */
export function useVoidedWords() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const fieldWords = (fields: readonly string[]): string =>
    fields
      .map((field) =>
        i18n.exists(`returns.field.${field}`) ? t(`returns.field.${field as 'measure'}`) : field,
      )
      .join(', ');
  return {
    fieldWords,
    sentence: (voided: VoidedView, me?: string): string => {
      const who = voided.by.id === me ? t('returns.yours') : signedName(voided.by);
      const day = format.dayOf(voided.at);
      const count = voided.procedures.length;
      const told = fieldWords(changedFields([voided]));
      const ofMeasures = voided.procedures.some(({ fields }) => fields.length > 0);
      if (ofMeasures) return t('returns.voided', { who, day, count, fields: told });
      const fields = [told, count > 0 && t('returns.measures', { count })].filter(Boolean).join(', ');
      return t('returns.voidedText', { who, day, fields });
    },
  };
}
