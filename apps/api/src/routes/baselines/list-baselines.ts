import { baselines } from '@tinhgon/database/queries/programmes/baselines';
import { baselineView } from '@tinhgon/rules/views/baseline';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const listBaselines = signedIn
  .input(codeInput)
  .output(z.array(baselineView))
  .query(({ ctx, input }) => baselines(ctx.db, input.code, ctx.actor));
