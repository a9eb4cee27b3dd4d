import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { baselineSchema } from '@tinhgon/rules/views/catalogue';
import { baselineView } from '@tinhgon/rules/views/totals';

export const saveBaseline = signedIn
  .input(baselineSchema)
  .output(baselineView)
  .mutation(() => pending());
