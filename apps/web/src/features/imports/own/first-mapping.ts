import type { ColumnMapping, ColumnRef, Source } from '@tinhgon/rules/mapping/mapping';
import { placeOf } from '@tinhgon/rules/mapping/mapping';
import type { FileLook } from '@tinhgon/rules/views/import-mapping';

export const sourceOf = ({ heading, nth }: ColumnRef): Source => ({ from: 'column', heading, nth });

/** What is suggested for a file nobody of the agency has mapped before. */
export const suggestedMapping = ({ suggestions, columns }: FileLook): ColumnMapping => ({
  fields: Object.fromEntries(
    suggestions.flatMap(({ field, column }) => {
      const ref = column === null ? undefined : columns[column];
      return ref ? [[field, sourceOf(ref)] as const] : [];
    }),
  ),
  words: {},
});

/** As it was kept, else as it is suggested. */
export const firstMapping = (look: FileLook): ColumnMapping => look.kept?.mapping ?? suggestedMapping(look);

/** Why a field is mapped as it is, for the mark beside it. */
export type Mark = 'kept' | 'same' | 'close' | 'chosen' | 'rivals' | 'missing' | 'none';

export function markOf(look: FileLook, { fields }: ColumnMapping, key: string): Mark {
  const source = fields[key];
  const suggestion = look.suggestions.find(({ field }) => field === key);
  if (!source) {
    const required = look.fields.find((field) => field.key === key)?.required;
    if (suggestion && suggestion.rivals.length > 0) return 'rivals';
    return required ? 'missing' : 'none';
  }
  const headings = look.columns.map(({ heading }) => heading);
  const place = source.from === 'column' ? placeOf(source, headings) : null;
  const kept = look.kept?.mapping.fields[key];
  if (kept && JSON.stringify(kept) === JSON.stringify(source)) return 'kept';
  if (place === null || suggestion?.column !== place) return 'chosen';
  return suggestion.certainty === 'same' ? 'same' : 'close';
}
