/**
 * Links between procedures and documents in one plan. What a plan tells its documents travels in one message,
 * which Temporal refuses above 2 MiB; one Resolution for 786 procedures is the largest plan on record.
 */
export const MAX_LINKS = 4_000;

export const linkCount = (measures: readonly { readonly documents: readonly string[] }[]): number =>
  measures.reduce((sum, { documents }) => sum + documents.length, 0);
