import { z } from 'zod';
import { legalDateSchema, momentSchema } from '../days.ts';
import { type TemplateTexts, templateInputSchema } from '../report/template.ts';
import { REPORT_ANNEXES, REPORT_LANGUAGES } from './report.ts';

const annexTexts = z.object({ title: z.string(), before: z.string(), after: z.string() });

export const templateListInput = z.object({
  programme: z.string().max(60),
  language: z.enum(REPORT_LANGUAGES).default('vi'),
});

/** One version of a template, with the texts of every annex. */
export const templateView = z.object({
  version: z.int(),
  texts: z.object({
    above: z.string(),
    issuer: z.string(),
    sign: z.string(),
    place: z.string(),
    title: z.string(),
    about: z.string(),
    addressees: z.string(),
    opening: z.string(),
    closing: z.string(),
    recipients: z.string(),
    capacity: z.string(),
    signer: z.string(),
    annexes: z.record(z.enum(REPORT_ANNEXES), annexTexts),
  }) satisfies z.ZodType<TemplateTexts>,
  /** Null where it is the product's own. */
  recorded: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type TemplateView = z.infer<typeof templateView>;

export const templateSaved = z.object({ version: z.int() });

export const templatePreviewInput = templateInputSchema
  .pick({ programme: true, language: true, texts: true })
  .extend({ asAt: legalDateSchema.optional(), knownAt: momentSchema.optional() });

/** What a report would say around its annexes, its facts put in. Lists are entries, long texts paragraphs. */
export const templatePreview = z.object({
  asAt: z.string(),
  knownAt: z.string(),
  head: z.object({
    above: z.string(),
    issuer: z.string(),
    number: z.string(),
    country: z.string(),
    motto: z.string(),
    dated: z.string(),
  }),
  title: z.string(),
  about: z.string(),
  addresseesTitle: z.string(),
  addressees: z.array(z.string()),
  paragraphs: z.array(z.string()),
  recipientsTitle: z.string(),
  recipients: z.array(z.string()),
  capacity: z.array(z.string()),
  signer: z.string(),
  annexes: z.array(
    z.object({
      annex: z.enum(REPORT_ANNEXES),
      heading: z.string(),
      title: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
});
export type TemplatePreview = z.infer<typeof templatePreview>;
