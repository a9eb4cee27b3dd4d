import { waitsFor } from '@tinhgon/database/queries/dependencies/waits-for';
import { waitsForView } from '@tinhgon/rules/views/dependencies';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';

export const listWaitsFor = signedIn
  .input(codeInput)
  .output(waitsForView)
  .query(async ({ ctx, input }) => waitsFor(ctx.db, ctx.actor, input.code, await readOn(ctx.db)));
