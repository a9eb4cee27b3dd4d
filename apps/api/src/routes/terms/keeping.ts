import { VersionMoved } from '@tinhgon/database';
import { refuse } from '../../errors/refusal.ts';

/** Says that somebody entered a newer version meanwhile. */
export const orStale = (error: unknown): never => {
  throw error instanceof VersionMoved
    ? refuse('STALE_VERSION', { field: 'basedOn', details: { version: Number(error.message) } })
    : error;
};
