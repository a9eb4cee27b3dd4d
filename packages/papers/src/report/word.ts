import {
  type Block,
  centred,
  longPaper,
  onNewPage,
  paragraphs,
  type Properties,
  text,
  WIDTH_ACROSS,
} from '../layout.ts';
import { closing, headOf, title } from '../letterhead.ts';
import { RowPlaces } from '../row-places.ts';
import { type Cell, grid } from '../tables.ts';
import type { Report, ReportTable } from './report.ts';

/** A signed paper has no list of thousands of pages: a longer one is in the spreadsheet, and the paper says so. */
export const MOST_LINES = 2_000;

/** Half points. */
const SIZE_ACROSS = 20;

/**
 * The report as it is signed (Decree 30/2020/NĐ-CP, annex I): the text on upright pages, annexes on pages laid across,
 * their rows written as they are read.
 */
export function wordOf(report: Report): AsyncIterable<Buffer> {
  const { head, tables } = report;
  const places = new RowPlaces();
  const annexes: Block[] = [];
  for (const [index, table] of tables.entries()) {
    annexes.push(
      index === 0
        ? centred(report.words.annex(1), { bold: true })
        : onNewPage(report.words.annex(index + 1), { bold: true }),
      centred(table.title, { bold: true }, { spacing: { after: 120 } }),
      ...table.before.map((one) => text(one)),
      ...table.notes.map((note) => text(note, { italics: true })),
      ...annex(report, table, places),
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
  return longPaper(propertiesOf(report), blocks, annexes, places);
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

function annex(report: Report, table: ReportTable, places: RowPlaces): Block[] {
  const { columns, count, total } = table;
  if (count === 0) return [];
  if (count > MOST_LINES) return [text(report.words.inSpreadsheet(count))];
  const pattern = places.put(columns.length, async function* () {
    for await (const row of table.rows()) yield row.map(report.written);
  });
  const row = (cells: readonly string[], bold: boolean): Cell[] =>
    cells.map((cell, at) => ({
      lines: [cell],
      bold,
      ...(columns[at]?.numeric ? { centred: true } : {}),
    }));
  return [
    grid(
      columns.map(({ width }) => width),
      columns.map(({ heading }) => heading),
      [row(pattern, false), ...(total ? [row(total.map(report.written), true)] : [])],
      { width: WIDTH_ACROSS, size: SIZE_ACROSS, whole: true },
    ),
  ];
}
