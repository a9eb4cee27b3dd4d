import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { planView } from '@tinhgon/rules/views/plan';
import { codeInput } from '../code-input.ts';

export const getPlan = signedIn
  .input(codeInput)
  .output(planView)
  .query(() => pending());
