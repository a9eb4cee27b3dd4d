import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { totalsInput, totalsView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../code-input.ts';

export const getTotals = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(totalsView)
  .query(() => pending());
