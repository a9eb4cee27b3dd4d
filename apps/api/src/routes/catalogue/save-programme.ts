import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { programmeSchema } from '@tinhgon/rules/views/catalogue';

export const saveProgramme = signedIn
  .input(programmeSchema)
  .output(programmeSchema)
  .mutation(() => pending());
