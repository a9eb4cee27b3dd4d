import { saveReportTemplate } from '@tinhgon/database';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { newestTemplateVersion } from '@tinhgon/database/queries/reports/templates';
import { previewTemplate, templates } from '@tinhgon/papers/report/template';
import { templateInputSchema } from '@tinhgon/rules/report/template';
import {
  templateListInput,
  templatePreview,
  templatePreviewInput,
  templateSaved,
  templateView,
} from '@tinhgon/rules/views/report-template';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { keepsCatalogue, stampOf } from '../catalogue/keeping.ts';
import { found } from '../found.ts';
import { orStale } from '../terms/keeping.ts';

/** The texts around a report's figures: every version, the product's own the last. */
export const listTemplates = signedIn
  .input(templateListInput)
  .output(z.array(templateView))
  .query(async ({ ctx, input }) => {
    found(await programmeByCode(ctx.db, input.programme));
    return await templates(ctx.db, input.programme, input.language);
  });

/** Enters the next version. Reports that were asked for keep the version they name. */
export const saveTemplate = keepsCatalogue
  .input(templateInputSchema)
  .output(templateSaved)
  .mutation(async ({ ctx, input }) => {
    if (!(await programmeByCode(ctx.db, input.programme))) throw refuse('NOT_FOUND', { field: 'programme' });
    return await saveReportTemplate(ctx.db, input, stampOf(ctx.actor)).catch(orStale);
  });

/** What a report of a day would say in these texts. Changes nothing, but texts are long: a mutation, so that they travel in the body. */
export const previewReportTemplate = keepsCatalogue
  .input(templatePreviewInput)
  .output(templatePreview)
  .mutation(async ({ ctx, input }) => {
    const { programme, language, texts } = input;
    const version = (await newestTemplateVersion(ctx.db, programme, language)) + 1;
    const days = await asAtOf(ctx.db, input);
    const { evaluation } = ctx;
    return found(await previewTemplate(ctx.db, { programme, language, texts, version, evaluation, ...days }));
  });
