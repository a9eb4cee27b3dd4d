import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { personSchema } from '@tinhgon/rules/views/catalogue';

export const savePerson = signedIn
  .input(personSchema)
  .output(personSchema)
  .mutation(() => pending());
