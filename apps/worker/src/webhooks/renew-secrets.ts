import { PayloadUnreadable } from '@tinhgon/commands/payloads/encrypting-codec';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { isSealedAnew, openText, sealText } from '@tinhgon/commands/payloads/sealed-text';
import type { Db } from '@tinhgon/database/schema';
import { resealSecrets, type SealedSecrets, sealedSecrets } from '@tinhgon/database/webhooks/secrets';

/**
 * Seals again, under the payload key in use, secrets that an older one seals: a key that was changed may be thrown away.
 * What cannot be read stays as it is; whoever sends with it says so. Gives how many webhooks it was.
 */
export async function renewSecrets(db: Db, keys: PayloadKeys): Promise<number> {
  let renewed = 0;
  for (const kept of await sealedSecrets(db)) {
    const { secret, oldSecret } = kept;
    const all = oldSecret === null ? [secret] : [secret, oldSecret];
    if (all.every((one) => isSealedAnew(keys, one))) continue;
    const sealed = await sealedAnew(keys, kept);
    if (!sealed) continue;
    await resealSecrets(db, kept, sealed);
    renewed += 1;
  }
  return renewed;
}

async function sealedAnew(
  keys: PayloadKeys,
  { secret, oldSecret }: SealedSecrets,
): Promise<Omit<SealedSecrets, 'id'> | null> {
  const anew = async (one: string) => sealText(keys, await openText(keys, one));
  try {
    return { secret: await anew(secret), oldSecret: oldSecret === null ? null : await anew(oldSecret) };
  } catch (error) {
    if (error instanceof PayloadUnreadable) return null;
    throw error;
  }
}
