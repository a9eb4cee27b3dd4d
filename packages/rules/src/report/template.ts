import { z } from 'zod';
import { codeSchema, LINE_MAX, PARAGRAPH_MAX, reasonText, text } from '../text.ts';
import { REPORT_ANNEXES, REPORT_LANGUAGES, type ReportAnnex } from '../views/report.ts';
import { brokenWord, TEMPLATE_WORDS } from './template-words.ts';

/** Refuses a name in double braces that is not on the list, naming it. */
const worded = (maxLength: number) =>
  text(maxLength).superRefine((value, context) => {
    const word = brokenWord(value);
    if (word === null) return;
    const params = { word, known: TEMPLATE_WORDS.map((one) => `{{${one}}}`).join(', ') };
    context.addIssue({ code: 'custom', message: 'UNKNOWN_PLACEHOLDER', params });
  });
const line = worded(LINE_MAX);
const requiredLine = line.pipe(z.string().min(1));
const long = worded(PARAGRAPH_MAX);

const annexTexts = z.strictObject({ title: requiredLine, before: long, after: long });
export type AnnexTexts = z.infer<typeof annexTexts>;

/**
 * The texts around a report's figures, as plain text: what looks like code or markup is printed as it was typed. Lists
 * have an entry on each line. The sentences that state the result and what it rests on are the product's and in no template.
 */
export const templateTextsSchema = z.strictObject({
  /** The agency above the one that issues; empty where there is none. */
  above: line,
  issuer: requiredLine,
  /** What follows the number: `BC-BTP`. */
  sign: requiredLine,
  /** Where it is signed, before the day. */
  place: line,
  title: requiredLine,
  about: requiredLine,
  /** Kính gửi. */
  addressees: long,
  opening: long,
  closing: long,
  /** Nơi nhận. */
  recipients: long,
  /** One under the other: `KT. BỘ TRƯỞNG`, `THỨ TRƯỞNG`. */
  capacity: long,
  /** Who is going to sign; empty leaves the place open. */
  signer: line,
  /** An annex that is left out keeps the product's own texts. */
  annexes: z.partialRecord(z.enum(REPORT_ANNEXES), annexTexts).default({}),
});
export type KeptTexts = z.infer<typeof templateTextsSchema>;
/** With the texts of every annex. */
export type TemplateTexts = Omit<KeptTexts, 'annexes'> & {
  readonly annexes: Readonly<Record<ReportAnnex, AnnexTexts>>;
};
/** Texts by their names, annexes apart. */
export const TEMPLATE_FIELDS = [
  'above',
  'issuer',
  'sign',
  'place',
  'title',
  'about',
  'addressees',
  'opening',
  'closing',
  'recipients',
  'capacity',
  'signer',
] as const satisfies readonly Exclude<keyof KeptTexts, 'annexes'>[];

/** The product's own texts: every programme begins with them. */
export const OWN_VERSION = 1;

/** The next version of the template of a programme in one language. */
export const templateInputSchema = z.strictObject({
  programme: codeSchema,
  language: z.enum(REPORT_LANGUAGES),
  /** The newest version its author saw, 1 for the product's own; another one meanwhile is STALE_VERSION. */
  basedOn: z.int().min(OWN_VERSION),
  texts: templateTextsSchema,
  reason: reasonText,
});
export type TemplateInput = z.infer<typeof templateInputSchema>;

/** One version as it is kept. */
export type TemplateVersion = Pick<TemplateInput, 'programme' | 'language' | 'texts'> & {
  readonly version: number;
};
