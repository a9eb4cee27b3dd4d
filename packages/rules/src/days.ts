import { z } from 'zod';
import { EARLIEST_DATE, isLegalDate, LATEST_DATE } from './day.ts';

/** The arithmetic stands apart: it also runs in the workflow sandbox, whose bundle has no place for zod. */
export * from './day.ts';

export const legalDateSchema = z
  .string()
  .refine(isLegalDate, { message: 'INVALID_DATE' })
  .refine((day) => day >= EARLIEST_DATE && day <= LATEST_DATE, { message: 'DATE_OUT_OF_RANGE' });
