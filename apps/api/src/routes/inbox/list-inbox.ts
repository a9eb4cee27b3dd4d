import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { inboxInput, inboxView } from '@tinhgon/rules/views/inbox';

export const listInbox = signedIn
  .input(inboxInput.strict())
  .output(inboxView)
  .query(() => pending());
