import { randomBytes } from 'node:crypto';
import { NoSuchRow } from '@tinhgon/database';
import { mayKeepWebhooks } from '@tinhgon/rules/policy';
import type { Webhook } from '@tinhgon/rules/views/webhook';
import { isSafeAddress } from '@tinhgon/rules/webhook/address';
import { checkAgenciesEver } from '../../commands/references.ts';
import { refuse } from '../../errors/refusal.ts';
import type { RequestContext } from '../../request-context.ts';
import { signedIn } from '../../trpc.ts';

/** Administrators alone. */
export const keepsWebhooks = signedIn.use(({ ctx, next }) => {
  if (!mayKeepWebhooks(ctx.actor)) throw refuse('FORBIDDEN');
  return next();
});

const SECRET_BYTES = 32;
/** As Standard Webhooks writes them. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** Throws Refusal where an address can be read on the way, or nobody knows the agency. */
export async function checkWebhook(
  { db, evaluation }: Pick<RequestContext, 'db' | 'evaluation'>,
  { url, agency }: Webhook,
): Promise<void> {
  if (!isSafeAddress(url, { evaluation })) {
    throw refuse('INVALID_INPUT', { field: 'url', details: { reason: 'https' } });
  }
  if (agency !== null) await checkAgenciesEver(db, [{ code: agency, field: 'agency' }]);
}

export const orNotFound = (error: unknown): never => {
  throw error instanceof NoSuchRow ? refuse('NOT_FOUND') : error;
};
