import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { z } from 'zod';

export const startPlan = signedIn
  .input(startPlanSchema.extend({ commandId: z.uuid() }))
  .output(commandAnswer.extend({ code: z.string() }))
  .mutation(() => pending());
