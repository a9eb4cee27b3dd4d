import { challengeView } from '@tinhgon/rules/views/passkey';
import { newChallenge, partyOf } from '../../../passkeys/own-change.ts';
import { signedIn } from '../../../trpc.ts';

/** What a passkey in use must answer for the caller's passkeys to be changed. */
export const challengePasskey = signedIn.output(challengeView).mutation(async ({ ctx }) => {
  partyOf(ctx);
  return { challenge: await newChallenge(ctx) };
});
