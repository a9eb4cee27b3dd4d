import { NoSuchRow } from '@tinhgon/database';
import { FiguresKept, ReasonMissing } from '@tinhgon/database/catalogue/errors';
import { refuse } from '../../errors/refusal.ts';
import { orStale } from '../terms/keeping.ts';

/** Says what keeps a version from being written: a newer one, no reason, figures in the old unit. */
export const orWhatIsWrong = (error: unknown): never => {
  if (error instanceof ReasonMissing) throw refuse('REASON_REQUIRED', { field: 'reason' });
  if (error instanceof FiguresKept) throw refuse('INVALID_INPUT', { field: error.message });
  if (error instanceof NoSuchRow) throw refuse('NOT_FOUND');
  return orStale(error);
};
