import type { MappingField } from '@tinhgon/rules/mapping/field';
import { useMemo } from 'react';
import { useWords } from '../../../language/use-words.ts';

/** What a field may be, for a select: the name, and the code where it is one people know. */
export function useChoices({ choices }: Pick<MappingField, 'choices'>): { value: string; label: string }[] {
  const { name } = useWords();
  return useMemo(
    () =>
      choices.map(({ code, label }) => ({
        value: code,
        // Codes of our own lists (“cut-papers”) are nobody's words; those of agencies and programmes are.
        label: /[A-Z0-9]/.test(code) ? `${name(label)} (${code})` : name(label),
      })),
    [choices, name],
  );
}
