import { difference } from '@tinhgon/database/queries/difference/difference';
import { differenceBetween } from '@tinhgon/database/queries/difference/difference-lines';
import type { Db } from '@tinhgon/database/schema';
import {
  differenceInput,
  differenceLines,
  differenceLinesInput,
  differenceView,
} from '@tinhgon/rules/views/difference';
import type { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

type Days = z.output<typeof differenceInput> & { readonly code: string };

const twoDays = async (db: Db, { code, from, to, fromKnownAt, toKnownAt }: Days) => ({
  programme: code,
  from: await asAtOf(db, { asAt: from, knownAt: fromKnownAt }),
  to: await asAtOf(db, { asAt: to, knownAt: toKnownAt }),
});

export const getDifference = signedIn
  .input(codeInput.extend(differenceInput.shape))
  .output(differenceView)
  .query(async ({ ctx, input }) => found(await difference(ctx.db, await twoDays(ctx.db, input))));

export const listDifference = signedIn
  .input(codeInput.extend(differenceLinesInput.shape))
  .output(differenceLines)
  .query(async ({ ctx, input }) => {
    const { cause, cursor, limit } = input;
    return await differenceBetween(ctx.db, { ...(await twoDays(ctx.db, input)), cause, cursor, limit });
  });
