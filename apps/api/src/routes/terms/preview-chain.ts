import { chainVersion } from '@tinhgon/database/queries/terms/chains';
import { previewReplan } from '@tinhgon/database/queries/terms/preview-replan';
import { replanPreview, versionSchema } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { keepsCatalogue } from '../catalogue/keeping.ts';
import { previewOf } from './preview-of.ts';

/** What moving everything open under one version of its chain would change, plan by plan. Changes nothing. */
export const previewChain = keepsCatalogue
  .input(z.strictObject({ id: z.string().max(60), version: z.coerce.number().pipe(versionSchema) }))
  .output(replanPreview)
  .query(async ({ ctx, input }) => {
    const chain = await chainVersion(ctx.db, input.id, input.version);
    if (!chain) throw refuse('NOT_FOUND', { field: 'version' });
    return previewOf(await previewReplan(ctx.db, { chain }, new Date().toISOString()));
  });
