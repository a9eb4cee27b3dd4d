import { confirmsDecisions, passkeysOf } from '@tinhgon/database/at-work/passkeys';
import { personById } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import { type PasskeysView, passkeysView } from '@tinhgon/rules/views/passkey';
import type { RequestContext } from '../../../request-context.ts';
import { signedIn } from '../../../trpc.ts';

export const listPasskeys = signedIn.output(passkeysView).query(({ ctx }) => ownPasskeys(ctx));

/** The caller's passkeys as the database has them now. */
export async function ownPasskeys(ctx: RequestContext & { readonly actor: Actor }): Promise<PasskeysView> {
  const { db, actor, relyingParty } = ctx;
  const [rows, confirms] = await Promise.all([passkeysOf(db, actor.id), confirmsDecisions(db, actor.id)]);
  const removed = await Promise.all(
    rows
      .filter(({ removed_at }) => removed_at !== null)
      .map(async ({ id, name, removed_at, removed_by }) => ({
        id,
        name,
        at: removed_at ?? '',
        by: (await personById(db, removed_by ?? ''))?.name ?? '',
      })),
  );
  return {
    host: relyingParty?.id ?? null,
    confirms,
    passkeys: rows
      .filter(({ removed_at }) => removed_at === null)
      .map(({ id, name, transports, created_at }) => ({ id, name, transports, createdAt: created_at })),
    removed: removed.sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}
