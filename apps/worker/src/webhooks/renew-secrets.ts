import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { isSealedAnew, openText, sealText } from '@tinhgon/commands/payloads/sealed-text';
import type { Db } from '@tinhgon/database/schema';
import { resealSecrets, sealedSecrets } from '@tinhgon/database/webhooks/secrets';

/**
 * Seals again, under the payload key in use, secrets that an older one seals: a key that was changed may be thrown away.
 * Gives how many webhooks it was. @throws PayloadUnreadable when a key is missing.
 */
export async function renewSecrets(db: Db, keys: PayloadKeys): Promise<number> {
  let renewed = 0;
  for (const kept of await sealedSecrets(db)) {
    const { secret, oldSecret } = kept;
    const all = oldSecret === null ? [secret] : [secret, oldSecret];
    if (all.every((one) => isSealedAnew(keys, one))) continue;
    const anew = async (one: string) => sealText(keys, await openText(keys, one));
    await resealSecrets(db, kept, {
      secret: await anew(secret),
      oldSecret: oldSecret === null ? null : await anew(oldSecret),
    });
    renewed += 1;
  }
  return renewed;
}
