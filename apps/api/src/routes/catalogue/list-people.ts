import { listPeople as people } from '@tinhgon/database';
import { mayKeepCatalogue } from '@tinhgon/rules/policy';
import { signedIn } from '../../trpc.ts';
import { personView } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const listPeople = signedIn.output(z.array(personView)).query(async ({ ctx }) => {
  const everyone = await people(ctx.db);
  // How to reach somebody, or who has no passkey, is for those who keep the list; who they are is for everyone.
  return mayKeepCatalogue(ctx.actor)
    ? everyone
    : everyone.map((person) => ({ ...person, email: null, passkeys: 0 }));
});
