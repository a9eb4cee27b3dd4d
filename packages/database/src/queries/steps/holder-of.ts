import type { PersonRef } from '@tinhgon/rules/person';
import type { Schema } from '../../schema.ts';

/** Who has claimed an open step, and in whose name; null when nobody has. */
export const holderOf = ({
  holder_id: id,
  holder_name: name,
  on_behalf_of: onBehalfOf,
}: Pick<Schema['step_run'], 'holder_id' | 'holder_name' | 'on_behalf_of'>): PersonRef | null =>
  id === null ? null : { id, name: name ?? id, ...(onBehalfOf ? { onBehalfOf } : {}) };
