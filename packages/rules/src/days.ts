import { z } from 'zod';
import { EARLIEST_DATE, isLegalDate, LATEST_DATE } from './day.ts';

/** The arithmetic stands apart: it also runs in the workflow sandbox, whose bundle has no place for zod. */
export * from './day.ts';

export const legalDateSchema = z
  .string()
  .refine(isLegalDate, { message: 'INVALID_DATE' })
  .refine((day) => day >= EARLIEST_DATE && day <= LATEST_DATE, { message: 'DATE_OUT_OF_RANGE' });

/** A moment as clients write it, with any offset; read as UTC. */
export const momentSchema = z.iso.datetime({ offset: true }).refine(
  (text) => {
    const ms = Date.parse(text);
    return ms >= Date.parse(`${EARLIEST_DATE}T00:00:00Z`) && ms <= Date.parse(`${LATEST_DATE}T23:59:59Z`);
  },
  { message: 'DATE_OUT_OF_RANGE' },
);
