import { keptTemplates, keptTexts } from '@tinhgon/database/queries/reports/templates';
import { totals } from '@tinhgon/database/queries/programmes/totals';
import type { Db } from '@tinhgon/database/schema';
import type { AsAt } from '@tinhgon/rules/counting';
import { type KeptTexts, OWN_VERSION, type TemplateTexts } from '@tinhgon/rules/report/template';
import { REPORT_ANNEXES, type ReportLanguage } from '@tinhgon/rules/views/report';
import type { TemplatePreview, TemplateView } from '@tinhgon/rules/views/report-template';
import { letterOf, type Template } from './letter.ts';
import { reportWords } from './report-words.ts';

/** The product's own texts: version 1 of every template. */
function ownTexts(language: ReportLanguage): TemplateTexts {
  const { t } = reportWords(language);
  const annexes = Object.fromEntries(
    REPORT_ANNEXES.map((annex) => [annex, { title: t.annexes[annex], before: '', after: '' }]),
  ) as TemplateTexts['annexes'];
  return { ...t.own, annexes };
}

/** With the product's own texts for an annex that the template says nothing of. */
function wholeTexts(kept: KeptTexts, language: ReportLanguage): TemplateTexts {
  const own = ownTexts(language);
  return { ...own, ...kept, annexes: { ...own.annexes, ...kept.annexes } };
}

/** All versions of a programme's template in a language, newest first; the last is the product's own. */
export async function templates(
  db: Db,
  programme: string,
  language: ReportLanguage,
): Promise<TemplateView[]> {
  const kept = await keptTemplates(db, programme, language);
  return [
    ...kept.map((one) => ({ ...one, texts: wholeTexts(one.texts, language) })),
    { version: OWN_VERSION, texts: ownTexts(language), recorded: null },
  ];
}

/** One version of a template; null when nobody entered it. */
export async function templateOf(
  db: Db,
  programme: string,
  language: ReportLanguage,
  version: number,
): Promise<Template | null> {
  if (version === OWN_VERSION) return { version, texts: ownTexts(language) };
  const kept = await keptTexts(db, programme, language, version);
  return kept && { version, texts: wholeTexts(kept, language) };
}

export interface PreviewQuestion extends AsAt {
  readonly programme: string;
  readonly language: ReportLanguage;
  readonly texts: KeptTexts;
  /** The version these texts would become. */
  readonly version: number;
  readonly evaluation: boolean;
}

/** What a report of these two days would say in these texts; null without the programme. */
export async function previewTemplate(db: Db, asked: PreviewQuestion): Promise<TemplatePreview | null> {
  const { language, version } = asked;
  const whole = await totals(db, asked.programme, asked);
  if (!whole) return null;
  const words = reportWords(language);
  const template = { version, texts: wholeTexts(asked.texts, language) };
  const { title, about, head, paragraphs, annexWords } = letterOf(whole, template, words, asked);
  const { addresseesTitle, addressees, recipientsTitle, recipients, capacity, signer, signHere } = head;
  const { above, issuer, number, country, motto, dated } = head;
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    head: { above, issuer, number, country, motto, dated },
    title,
    about,
    addresseesTitle,
    addressees: [...addressees],
    paragraphs: [...paragraphs],
    recipientsTitle,
    recipients: [...recipients],
    capacity: [...capacity],
    signer: signer || signHere,
    annexes: REPORT_ANNEXES.map((annex, index) => {
      const { title: annexTitle, before, after } = annexWords(annex);
      const heading = words.annexHeading(index + 1);
      return { annex, heading, title: annexTitle, before: [...before], after: [...after] };
    }),
  };
}
