import {
  type Block,
  centred,
  onNewPage,
  paragraphs,
  type Properties,
  samePaper,
  text,
  WIDTH_ACROSS,
} from '../layout.ts';
import { closing, headOf, title } from '../letterhead.ts';
import { type Cell, grid } from '../tables.ts';
import type { Report, ReportCell, ReportColumn, ReportTable } from './report.ts';

/** A signed paper has no list of thousands of pages: a longer one is in the spreadsheet, and the paper says so. */
export const MOST_LINES = 2_000;

/** Half points. */
const SIZE_ACROSS = 20;

/** The report as it is signed (Decree 30/2020/NĐ-CP, annex I): the text on upright pages, annexes on pages laid across. */
export async function wordOf(report: Report): Promise<Buffer> {
  const { head, tables } = report;
  const annexes: Block[] = [];
  for (const [index, table] of tables.entries()) {
    annexes.push(
      index === 0
        ? centred(report.words.annex(1), { bold: true })
        : onNewPage(report.words.annex(index + 1), { bold: true }),
      centred(table.title, { bold: true }, { spacing: { after: 120 } }),
      ...table.before.map((one) => text(one)),
      ...table.notes.map((note) => text(note, { italics: true })),
      ...(await annex(report, table)),
      ...table.after.map((one) => text(one)),
    );
  }
  const blocks: Block[] = [
    ...headOf({
      ...(head.above === '' ? {} : { above: head.above }),
      issuer: head.issuer,
      number: head.number,
      country: head.country,
      motto: head.motto,
      dated: head.dated,
    }),
    ...title(report.title, report.about),
    ...addressed(head),
    ...report.paragraphs.flatMap((one) => paragraphs(one)),
    ...closing(head.recipients, { capacity: head.capacity, name: head.signer || null }, head),
  ];
  return samePaper(propertiesOf(report), blocks, annexes);
}

const propertiesOf = ({ about, language, knownAt }: Report): Properties => ({
  title: about,
  language: language === 'vi' ? 'vi-VN' : 'en-GB',
  writtenAt: knownAt,
});

/** One addressee beside the words, several below them. */
export function addresseeLines({ addresseesTitle, addressees }: Report['head']): readonly string[] {
  const [only, ...others] = addressees;
  if (only === undefined) return [];
  if (others.length === 0) return [`${addresseesTitle} ${only}`];
  return [addresseesTitle, ...addressees.map((one) => `- ${one}`)];
}

const addressed = (head: Report['head']): Block[] =>
  addresseeLines(head).map((one) => centred(one, {}, { spacing: { before: 60 } }));

async function annex(report: Report, table: ReportTable): Promise<Block[]> {
  if (table.count === 0) return [];
  if (table.count > MOST_LINES) return [text(report.words.inSpreadsheet(table.count))];
  const rows: Cell[][] = [];
  for await (const row of table.rows())
    rows.push(row.map((cell, at) => cellOf(report, table.columns[at], cell)));
  if (table.total) {
    rows.push(table.total.map((cell, at) => ({ ...cellOf(report, table.columns[at], cell), bold: true })));
  }
  return [
    grid(
      table.columns.map(({ width }) => width),
      table.columns.map(({ heading }) => heading),
      rows,
      { width: WIDTH_ACROSS, size: SIZE_ACROSS },
    ),
  ];
}

const cellOf = (report: Report, column: ReportColumn | undefined, cell: ReportCell): Cell => ({
  lines: [report.written(cell)],
  ...(column?.numeric ? { centred: true } : {}),
});
