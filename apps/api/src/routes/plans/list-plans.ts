import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { planListInput, planPage } from '@tinhgon/rules/views/plan';

export const listPlans = signedIn
  .input(planListInput.strict())
  .output(planPage)
  .query(() => pending());
