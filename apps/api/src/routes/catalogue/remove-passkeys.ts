import { removePasskeys as remove } from '@tinhgon/database/at-work/passkeys';
import { personById } from '@tinhgon/database';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

/**
 * For somebody who has lost the device: takes all their passkeys out of use, so that their sign-in is enough again. They
 * are shown who did it. Administrators alone.
 */
export const removePasskeys = signedIn
  .input(z.strictObject({ personId: z.string().min(1).max(100) }))
  .mutation(async ({ ctx, input: { personId } }) => {
    if (!ctx.actor.roles.includes('administrator')) throw refuse('FORBIDDEN');
    if (!(await personById(ctx.db, personId))) throw refuse('UNKNOWN_PERSON', { field: 'personId' });
    await remove(ctx.db, personId, null, { id: ctx.actor.id, at: new Date().toISOString() });
    ctx.people.forgetAll();
  });
