import { formatFor } from '@tinhgon/language/format';
import { yearOf } from '@tinhgon/rules/days';
import type { TemplateTexts } from '@tinhgon/rules/report/template';
import { entries, filled, type TemplateFacts } from '@tinhgon/rules/report/template-words';
import { wholePercent } from '@tinhgon/rules/share';
import type { ReportAnnex } from '@tinhgon/rules/views/report';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import type { ReportWords } from './report-words.ts';
import type { AnnexWords, Report } from './report.ts';

/** The version of a template, and what it says. */
export interface Template {
  readonly version: number;
  readonly texts: TemplateTexts;
}

export type Letter = Pick<Report, 'title' | 'about' | 'paragraphs' | 'figures' | 'head'> & {
  readonly annexWords: (annex: ReportAnnex) => AnnexWords;
};

/** Everything a report says in words outside its tables: the template's texts with the figures put in, round the result. */
export function letterOf(
  whole: TotalsView,
  { version, texts }: Template,
  words: ReportWords,
  { evaluation }: { readonly evaluation: boolean },
): Letter {
  const { t, fill } = words;
  const facts = templateFacts(whole, words);
  const put = (text: string): string => filled(text, facts);
  const list = (text: string): string[] => entries(text).map(put);
  const { figures, paragraphs } = result(whole, words);
  return {
    title: put(texts.title),
    about: put(texts.about),
    head: {
      above: put(texts.above),
      issuer: put(texts.issuer),
      number: fill(t.head.number, { sign: put(texts.sign) }),
      country: t.head.country,
      motto: t.head.motto,
      dated: fill(t.head.dated, { place: put(texts.place) || '……' }),
      addresseesTitle: t.head.addresseesTitle,
      addressees: list(texts.addressees),
      recipientsTitle: t.head.recipientsTitle,
      recipients: list(texts.recipients),
      capacity: list(texts.capacity),
      signer: put(texts.signer),
      signHere: t.head.signHere,
    },
    paragraphs: [
      ...(evaluation ? [t.synthetic] : []),
      ...list(texts.opening),
      ...paragraphs,
      ...list(texts.closing),
      ...(version > 1 ? [fill(t.madeWith, { version })] : []),
    ],
    figures,
    annexWords: (annex) => {
      const { title, before, after } = texts.annexes[annex];
      return { title: put(title), before: list(before), after: list(after) };
    },
  };
}

/** What stands at each name a template may use. */
function templateFacts(whole: TotalsView, words: ReportWords): TemplateFacts {
  const format = formatFor(words.language);
  const { asAt, knownAt, baseline, simplified, documents } = whole;
  const year = yearOf(asAt);
  const inYear = whole.byYear.find((one) => one.year === year);
  const orNone = (value: string): string => (baseline ? value : words.t.noShare);
  return {
    programme: words.name(whole.name),
    asAt: format.day(asAt),
    knownAt: format.moment(knownAt),
    year: String(year),
    simplified: format.number(simplified),
    baseline: orNone(format.number(baseline?.count ?? 0)),
    baselineDate: orNone(baseline ? format.day(baseline.date) : ''),
    baselineReason: orNone(baseline?.reason ?? ''),
    share: orNone(format.percent(whole.sharePercent ?? 0)),
    shareWhole: orNone(format.percent(wholePercent(simplified, baseline?.count ?? 0) ?? 0, 0)),
    yearSimplified: format.number(inYear?.simplified ?? 0),
    yearDocuments: format.number(inYear?.documents ?? 0),
    yearMinistries: format.number(inYear?.ministries ?? 0),
    documentsOpen: format.number(documents.open),
    documentsOverdue: format.number(documents.overdue),
  };
}

/** The sentence the report is known by, and what it rests on: in no template, for they are what is reported. */
function result(whole: TotalsView, words: ReportWords): Pick<Letter, 'figures' | 'paragraphs'> {
  const { t, fill, counted } = words;
  const { baseline, simplified, documents } = whole;
  const named = templateFacts(whole, words);
  const inYear = whole.byYear.find((one) => one.year === yearOf(whole.asAt));
  const facts = {
    year: named.year,
    day: named.asAt,
    simplified: counted('procedures', simplified),
    simplifiedNumber: named.simplified,
    baseline: counted('procedures', baseline?.count ?? 0),
    baselineDay: named.baselineDate,
    reason: named.baselineReason,
    whole: named.shareWhole,
    exact: named.share,
    open: counted('documents', documents.open),
    overdue: named.documentsOverdue,
    moment: named.knownAt,
    yearSimplified: counted('procedures', inYear?.simplified ?? 0),
    yearDocuments: counted('legalDocuments', inYear?.documents ?? 0),
    yearMinistries: counted('agencies', inYear?.ministries ?? 0),
  };
  const sentence = fill(baseline ? t.sentence : t.sentenceWithoutBaseline, facts);
  const exact = baseline ? [fill(t.exact, facts)] : [];
  const inYearAlone = fill(t.inYear, facts);
  const years = whole.byYear.map((one) =>
    fill(t.yearLine, {
      year: one.year,
      simplified: counted('procedures', one.simplified),
      documents: counted('documents', one.documents),
    }),
  );
  return {
    figures: [sentence, ...exact, inYearAlone, ...years],
    paragraphs: [
      sentence,
      ...exact.map((one) => `${one} ${t.whatCounts}`),
      inYearAlone,
      ...years,
      ...(documents.open > 0 ? [fill(t.documents, facts)] : []),
      fill(t.known, facts),
    ],
  };
}
