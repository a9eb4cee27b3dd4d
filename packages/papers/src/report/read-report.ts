import type { Db } from '@tinhgon/database/schema';
import { exportBottlenecks } from '@tinhgon/database/queries/campaigns/export-bottlenecks';
import { listProcedures } from '@tinhgon/database/queries/procedures/list-procedures';
import { totals } from '@tinhgon/database/queries/programmes/totals';
import { momentOf } from '@tinhgon/database/queries/steps/open-on';
import { debt } from '@tinhgon/database/queries/where-it-stands/debt';
import { formatFor } from '@tinhgon/language/format';
import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import { yearOf } from '@tinhgon/rules/days';
import { sharePercent } from '@tinhgon/rules/share';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { letterOf, type Template } from './letter.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import type { Report, ReportCell, ReportTable } from './report.ts';

/** A report is read as somebody who sees what everyone signed in sees, and no more: it is handed on. */
const ANYONE: Actor = { id: '', name: '', agency: '', roles: [], assignments: [] };
const PAGE = 500;

export interface ReportQuestion extends AsAt {
  readonly programme: string;
  readonly language: ReportLanguage;
  readonly calendar: WorkingCalendar;
  readonly template: Template;
  /** Everything is synthetic, made to try the software: a report says so. */
  readonly evaluation: boolean;
}

/** The yearly report of a programme with its annexes, by the questions the screens ask; null without the programme. */
export async function readReport(
  db: Db,
  asked: ReportQuestion,
): Promise<{ readonly report: Report; readonly totals: TotalsView } | null> {
  const whole = await totals(db, asked.programme, asked);
  if (!whole) return null;
  const words = reportWords(asked.language);
  const format = formatFor(asked.language);
  const written = (cell: ReportCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return cell;
    return typeof cell === 'number' ? format.number(cell) : format.percent(cell.percent);
  };
  const { annexWords, ...letter } = letterOf(whole, asked.template, words, asked);
  const tables = [
    ministries(whole, words),
    procedures(db, asked, whole, words),
    await late(db, asked, words),
    await bottlenecks(db, asked, words),
  ];
  const report: Report = {
    language: asked.language,
    knownAt: asked.knownAt,
    ...letter,
    tables: tables.map((table) => ({ ...table, ...annexWords(table.annex) })),
    words: {
      sheet: words.t.sheet,
      notes: words.t.notes,
      annex: words.annexHeading,
      inSpreadsheet: (count) => words.fill(words.t.inSpreadsheet, { number: format.number(count) }),
    },
    written,
  };
  return { report, totals: whole };
}

function ministries(whole: TotalsView, words: ReportWords): ReportTable {
  const { t } = words;
  const c = t.columns;
  const rows = whole.byMinistry;
  const sum = (of: (row: TotalsView['byMinistry'][number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  const share = (part: number, all: number): ReportCell => {
    const percent = sharePercent(part, all);
    return percent === null ? null : { percent };
  };
  const measured = sum((row) => row.baseline);
  const counted = sum((row) => row.simplified);
  const nameless = rows.find((row) => row.agency.code === '');
  return {
    annex: 'ministries',
    title: t.annexes.ministries,
    // Parts that do not add up say what is missing.
    notes: [
      ...(nameless ? [words.fill(t.withoutAgency, { count: nameless.baseline })] : []),
      ...(whole.baseline && measured !== whole.baseline.count
        ? [words.fill(t.missingRows, { count: whole.baseline.count - measured })]
        : []),
    ],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.agency, width: 5 },
      { heading: c.baseline, width: 2, numeric: true },
      { heading: c.simplified, width: 2, numeric: true },
      { heading: c.share, width: 2, numeric: true },
      { heading: words.fill(c.inYear, { year: yearOf(whole.asAt) }), width: 2, numeric: true },
      { heading: c.documentsOpen, width: 2, numeric: true },
      { heading: c.documentsOverdue, width: 2, numeric: true },
    ],
    count: rows.length,
    rows: async function* () {
      for (const [place, row] of rows.entries()) {
        yield [
          place + 1,
          row.agency.code === '' ? t.noAgency : words.name(row.agency.name),
          row.baseline,
          row.simplified,
          share(row.simplified, row.baseline),
          row.inYear,
          row.documentsOpen,
          row.documentsOverdue,
        ];
      }
    },
    total: [
      null,
      t.total,
      measured,
      counted,
      share(counted, measured),
      sum((row) => row.inYear),
      sum((row) => row.documentsOpen),
      sum((row) => row.documentsOverdue),
    ],
  };
}

function procedures(db: Db, asked: ReportQuestion, whole: TotalsView, words: ReportWords): ReportTable {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  return {
    annex: 'procedures',
    title: t.annexes.procedures,
    notes: [],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.code, width: 2.2 },
      { heading: c.procedure, width: 5 },
      { heading: c.agency, width: 2.6 },
      { heading: c.measure, width: 2.4 },
      { heading: c.document, width: 2.8 },
      { heading: c.inForce, width: 2 },
      { heading: c.announcement, width: 2.8 },
      { heading: c.databaseEntry, width: 2.8 },
      { heading: c.countsOn, width: 2 },
    ],
    count: whole.simplified,
    rows: async function* () {
      let place = 0;
      let cursor: string | undefined;
      do {
        const page = await listProcedures(db, ANYONE, {
          programme: asked.programme,
          asAt: asked.asAt,
          knownAt: asked.knownAt,
          status: 'simplified',
          limit: PAGE,
          cursor,
        });
        for (const row of page.items) {
          place += 1;
          const each = (of: (one: (typeof row.evidence)[number]) => string | null) =>
            [...new Set(row.evidence.flatMap((one) => of(one) ?? []))].join('; ');
          const dated = (fact: { number: string; date: string } | null) =>
            fact && `${fact.number} (${format.day(fact.date)})`;
          yield [
            place,
            row.code,
            words.name(row.name),
            words.name(row.ministry.name),
            row.measure === null ? null : domain.measure[row.measure],
            each((one) => one.number ?? one.title),
            each((one) => one.inForceOn && format.day(one.inForceOn)),
            each((one) => dated(one.announcement)),
            each((one) => dated(one.databaseEntry)),
            row.countsOn && format.day(row.countsOn),
          ];
        }
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
    total: null,
  };
}

async function late(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const { documents } = await debt(db, asked);
  return {
    annex: 'late',
    title: t.annexes.late,
    notes: documents.length === 0 ? [t.noneLate] : [],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.document, width: 6 },
      { heading: c.documentType, width: 2.4 },
      { heading: c.agency, width: 3 },
      { heading: c.plannedSigning, width: 2.2 },
      { heading: c.daysLate, width: 1.8, numeric: true },
      { heading: c.procedures, width: 1.6, numeric: true },
      { heading: c.reason, width: 5 },
    ],
    count: documents.length,
    rows: async function* () {
      for (const [place, row] of documents.entries()) {
        yield [
          place + 1,
          `${row.title} (${row.code})`,
          domain.documentType[row.type],
          words.name(row.ministry.name),
          format.day(row.dueOn),
          row.daysLate,
          row.procedures,
          row.reason ?? t.noReason,
        ];
      }
    },
    total: null,
  };
}

async function bottlenecks(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const all = await exportBottlenecks(db, ANYONE, {}, { today: asked.asAt, calendar: asked.calendar });
  const lines = all.flatMap(({ bottleneck }) =>
    bottleneck && bottleneck.raisedAt < momentOf(asked) ? [bottleneck] : [],
  );
  return {
    annex: 'bottlenecks',
    title: t.annexes.bottlenecks,
    notes: [lines.length === 0 ? t.noBottleneck : t.bottlenecksNow],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.bottleneck, width: 5 },
      { heading: c.on, width: 4 },
      { heading: c.cause, width: 3 },
      { heading: c.responsible, width: 3 },
      { heading: c.raisedOn, width: 2 },
      { heading: c.answerBy, width: 2 },
      { heading: c.state, width: 2 },
      { heading: c.answer, width: 4 },
    ],
    count: lines.length,
    rows: async function* () {
      for (const [place, row] of lines.entries()) {
        yield [
          place + 1,
          row.what,
          `${words.name(row.on.name)} (${row.on.code})`,
          [domain.cause[row.cause], row.causeText].filter((text) => text !== '').join(': '),
          words.name(row.responsible.name),
          format.dayOf(row.raisedAt),
          format.day(row.answerBy),
          domain.bottleneckPhase[row.phase],
          row.answer,
        ];
      }
    },
    total: null,
  };
}
