import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { agencySchema } from '@tinhgon/rules/views/catalogue';

export const saveAgency = signedIn
  .input(agencySchema)
  .output(agencySchema)
  .mutation(() => pending());
