import { z } from 'zod';
import { errorCodes } from './common.ts';
import { IMPORT_KINDS } from '../import-kinds.ts';

export { IMPORT_KINDS, type ImportKind } from '../import-kinds.ts';

/** One thing wrong in a file: `row` as the spreadsheet numbers it (the heading is row 1), `column` its heading. */
export const importProblem = z.object({
  row: z.int(),
  column: z.string().nullable(),
  code: z.enum([
    ...errorCodes,
    'MISSING_COLUMN',
    'UNKNOWN_COLUMN',
    'REQUIRED',
    'NOT_A_NUMBER',
    'NOT_IN_LIST',
    'DUPLICATE',
    'CONFLICT',
  ]),
  value: z.string().nullable(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblem>;

export const importResult = z.object({
  kind: z.enum(IMPORT_KINDS),
  dryRun: z.boolean(),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  problems: z.array(importProblem),
  /** Workflows still to be started for imported open plans and documents. */
  toStart: z.int(),
  /** Changes proposed that a second person has to approve before they hold. */
  toApprove: z.int().exactOptional(),
});
export type ImportResult = z.infer<typeof importResult>;
