import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { stuckView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../code-input.ts';

export const listStuck = signedIn
  .input(codeInput)
  .output(stuckView)
  .query(() => pending());
