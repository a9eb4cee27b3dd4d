import { isDatabaseSilent, within } from '../errors/database-silent.ts';
import { Refusal } from '../errors/refusal.ts';

const PATIENCE_MS = 8_000;

/** Content must be stored before its command: without a database that is UNAVAILABLE, and says so. */
export async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await within(PATIENCE_MS, work());
  } catch (cause) {
    if (!isDatabaseSilent(cause)) throw cause;
    throw new Refusal({ code: 'UNAVAILABLE', details: { reason: 'content' } }, { retryAfterS: 5, cause });
  }
}

/** A look-up that a decision can do without: passed over when the database is silent. */
export async function whileAnswering(work: Promise<unknown>): Promise<void> {
  try {
    await within(PATIENCE_MS / 8, work);
  } catch (cause) {
    if (!isDatabaseSilent(cause)) throw cause;
  }
}
