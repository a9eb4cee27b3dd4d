import type { Format } from '@tinhgon/language/format';
import type { MappedResult } from '@tinhgon/rules/views/import-mapping';

/** What an import adds, changes and leaves, for its sentence. */
export const countsOf = ({ added, changed, unchanged }: MappedResult, format: Format) => ({
  added: format.number(added),
  changed: format.number(changed),
  unchanged: format.number(unchanged),
});
