export const IMPORT_KINDS = [
  'ministries',
  'procedures',
  'documents',
  'evidence',
  'plans',
  'baselines',
  'calendar',
  'indicator-figures',
  'programme-tasks',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
