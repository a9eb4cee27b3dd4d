import { baselines } from '@tinhgon/database/queries/programmes/baselines';
import { signedIn } from '../../trpc.ts';
import { baselineView } from '@tinhgon/rules/views/totals';
import { z } from 'zod';
import { codeInput } from '../code-input.ts';

export const listBaselines = signedIn
  .input(codeInput)
  .output(z.array(baselineView))
  .query(({ ctx, input }) => baselines(ctx.db, input.code));
