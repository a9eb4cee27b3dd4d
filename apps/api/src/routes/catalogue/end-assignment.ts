import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { legalDateSchema } from '@tinhgon/rules/days';
import { assignmentSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const endAssignment = signedIn
  .input(z.strictObject({ id: z.uuid(), to: legalDateSchema }))
  .output(assignmentSchema)
  .mutation(() => pending());
