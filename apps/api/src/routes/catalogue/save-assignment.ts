import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { assignmentSchema } from '@tinhgon/rules/views/catalogue';

export const saveAssignment = signedIn
  .input(assignmentSchema)
  .output(assignmentSchema)
  .mutation(() => pending());
