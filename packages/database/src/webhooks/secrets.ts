import type { Db } from '../schema.ts';

/** The secrets of a webhook as they are kept. */
export interface SealedSecrets {
  readonly id: string;
  readonly secret: string;
  readonly oldSecret: string | null;
}

export const sealedSecrets = (db: Db): Promise<SealedSecrets[]> =>
  db.selectFrom('webhook_standing').select(['webhook as id', 'secret', 'old_secret as oldSecret']).execute();

/** Keeps them sealed in another way; what was replaced meanwhile stays. */
export async function resealSecrets(
  db: Db,
  { id, secret, oldSecret }: SealedSecrets,
  sealed: Omit<SealedSecrets, 'id'>,
): Promise<void> {
  await db
    .updateTable('webhook_standing')
    .set({ secret: sealed.secret, old_secret: sealed.oldSecret })
    .where('webhook', '=', id)
    .where('secret', '=', secret)
    .where('old_secret', 'is not distinct from', oldSecret)
    .execute();
}
