import { agencyByCode } from '@tinhgon/database';
import {
  enterFigure as enter,
  FigureTaken,
  removeFigure as remove,
} from '@tinhgon/database/catalogue/save-figure';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { listFigures as list } from '@tinhgon/database/queries/figures/list-figures';
import { figureSchema } from '@tinhgon/rules/figure/figure';
import { mayKeepRecord } from '@tinhgon/rules/policy';
import { figureListInput, figurePage, removeFigure as removal } from '@tinhgon/rules/views/figure';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { found } from '../found.ts';

export const figureKept = z.object({ id: z.string() });

export const listFigures = signedIn
  .input(figureListInput)
  .output(figurePage)
  .query(async ({ ctx, input }) => {
    found(await programmeByCode(ctx.db, input.programme));
    const { knownAt } = await asAtOf(ctx.db, {});
    return { ...(await list(ctx.db, { ...input, knownAt })), mayEnter: mayKeepRecord(ctx.actor) };
  });

export const enterFigure = keepsRecord
  .input(figureSchema)
  .output(figureKept)
  .mutation(async ({ ctx, input }) => {
    if (!(await programmeByCode(ctx.db, input.programme))) throw refuse('NOT_FOUND', { field: 'programme' });
    if (input.ministry !== null && !(await agencyByCode(ctx.db, input.ministry))) {
      throw refuse('NOT_FOUND', { field: 'ministry' });
    }
    await enter(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof FigureTaken ? refuse('COMMAND_ID_REUSED', { field: 'id' }) : error;
    });
    return { id: input.id };
  });

export const removeFigure = keepsRecord
  .input(removal)
  .output(figureKept)
  .mutation(async ({ ctx, input }) => {
    if (!(await remove(ctx.db, input, stampOf(ctx.actor)))) throw refuse('NOT_FOUND');
    return { id: input.id };
  });
