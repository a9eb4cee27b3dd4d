import type { ExportLine } from '@tinhgon/database/queries/campaigns/export-bottlenecks';
import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import enExports from '@tinhgon/language/en/exports.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import viExports from '@tinhgon/language/vi/exports.json' with { type: 'json' };
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { LocalName } from '@tinhgon/rules/views/common';
import type { Language } from '../errors/sentence.ts';
import type { Table } from './table.ts';

const WORDS = {
  vi: { exports: viExports, domain: viDomain },
  en: { exports: enExports, domain: enDomain },
} satisfies Record<Language, unknown>;

const COLUMNS = [
  'agency',
  'code',
  'on',
  'onName',
  'what',
  'cause',
  'causeText',
  'responsible',
  'raisedAt',
  'answerBy',
  'state',
  'answer',
  'late',
] as const;

/** The list for the report, in the reader's language; days as that language writes them. */
export function bottleneckTable(lines: readonly ExportLine[], language: Language): Table {
  const { exports } = WORDS[language];
  const headings = COLUMNS.map((column) => exports.bottlenecks[column]);
  const rows = lines.map((line) => {
    const cells = cellsOf(line, language);
    return COLUMNS.map((column) => cells[column] ?? '');
  });
  return { sheet: exports.bottlenecks.sheet, headings, rows };
}

function cellsOf(
  { agency, bottleneck, late, standing }: ExportLine,
  language: Language,
): Partial<Record<(typeof COLUMNS)[number], string>> {
  const { exports, domain } = WORDS[language];
  const name = (given: LocalName) => (language === 'en' ? (given.en ?? given.vi) : given.vi);
  const about = { agency: name(agency.name), late: late ? exports.late : '' };
  if (!bottleneck) return { ...about, state: exports[standing ?? 'hidden'] };
  return {
    ...about,
    code: bottleneck.code,
    on: `${exports.standsOn[bottleneck.on.kind]} ${bottleneck.on.code}`,
    onName: name(bottleneck.on.name),
    what: bottleneck.what,
    cause: domain.cause[bottleneck.cause],
    causeText: bottleneck.causeText,
    responsible: name(bottleneck.responsible.name),
    raisedAt: dayIn(dayOf(bottleneck.raisedAt), language),
    answerBy: dayIn(bottleneck.answerBy, language),
    state: domain.bottleneckPhase[bottleneck.phase],
    answer: bottleneck.answer,
  };
}

const dayIn = (day: LegalDate, language: Language): string =>
  language === 'vi' ? day.split('-').toReversed().join('/') : day;
