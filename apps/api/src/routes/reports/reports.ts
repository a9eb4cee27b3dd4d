import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import {
  getReport as readReport,
  listReports as readReports,
} from '@tinhgon/database/queries/reports/list-reports';
import { newestTemplateVersion } from '@tinhgon/database/queries/reports/templates';
import { askReport as enterReport } from '@tinhgon/database/reports/ask-report';
import { askReportSchema, reportListInput, reportPage, reportView } from '@tinhgon/rules/views/report';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { found } from '../found.ts';

export const reportId = z.strictObject({ id: z.uuid() });

/** Asks for a report; the worker makes it. What it holds everyone signed in may see, so everyone may ask. */
export const askReport = signedIn
  .input(askReportSchema)
  .output(reportView)
  .mutation(async ({ ctx, input }) => {
    const { id, programme, language } = input;
    if (!(await programmeByCode(ctx.db, programme))) throw refuse('NOT_FOUND', { field: 'programme' });
    const { id: by, name } = ctx.actor;
    const newest = await newestTemplateVersion(ctx.db, programme, language);
    const template = input.template ?? newest;
    if (template > newest) throw refuse('NOT_FOUND', { field: 'template' });
    const entered = await enterReport(ctx.db, {
      id,
      programme,
      language,
      template,
      templateAsked: input.template !== undefined,
      momentAsked: input.knownAt !== undefined,
      ...(await asAtOf(ctx.db, input)),
      by: { id: by, name },
      now: new Date().toISOString(),
    });
    if (!entered) throw refuse('COMMAND_ID_REUSED', { field: 'id' });
    return found(await readReport(ctx.db, id));
  });

export const getReport = signedIn
  .input(reportId)
  .output(reportView)
  .query(async ({ ctx, input }) => found(await readReport(ctx.db, input.id)));

export const listReports = signedIn
  .input(reportListInput)
  .output(reportPage)
  .query(({ ctx, input }) => readReports(ctx.db, input));
