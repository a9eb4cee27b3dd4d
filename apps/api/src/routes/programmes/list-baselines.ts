import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { baselineView } from '@tinhgon/rules/views/totals';
import { z } from 'zod';
import { codeInput } from '../code-input.ts';

export const listBaselines = signedIn
  .input(codeInput)
  .output(z.array(baselineView))
  .query(() => pending());
