import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Report, ReportCell, ReportTable } from './report.ts';
import { addresseeLines, MOST_LINES } from './word.ts';

const require = createRequire(import.meta.url);
/**
 * Times New Roman's measures, free, with every Vietnamese letter. Always named by its file: under another name the
 * library's tables read it anew for every cell.
 */
const FONTS = {
  text: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
} as const;
type Font = keyof typeof FONTS;
const POINT = { text: 13, table: 9, number: 10 } as const;
/** Points: 20, 15, 20 and 30 mm of the decree's page, 15 mm round an annex. */
const UPRIGHT = { top: 57, right: 43, bottom: 57, left: 85 } as const;
const ACROSS = { top: 43, right: 43, bottom: 43, left: 43 } as const;
const PADDING = 3;
/** A cell taller than this goes on in the row below: no cell is taller than its page. */
const TALLEST_CELL = 240;

type Pdf = InstanceType<typeof PDFDocument>;

/** The report as PDF, its parts tagged for screen readers, in pieces as they are written. */
export function pdfOf(report: Report): AsyncIterable<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: UPRIGHT,
    bufferPages: false,
    tagged: true,
    pdfVersion: '1.7',
    lang: report.language === 'vi' ? 'vi-VN' : 'en-GB',
    displayTitle: true,
    info: { Title: report.about, Creator: 'Tinh Gọn', CreationDate: new Date(report.knownAt) },
  });
  write(pdf, report).then(
    () => pdf.end(),
    (error: unknown) => pdf.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return pdf;
}

async function write(pdf: Pdf, report: Report): Promise<void> {
  const { head } = report;
  letterhead(pdf, report);
  say(pdf, 'H1', report.title, 'bold', { align: 'center', size: 14 });
  say(pdf, 'P', report.about, 'bold', { align: 'center', after: 14 });
  for (const one of addresseeLines(head)) say(pdf, 'P', one, 'text', { align: 'center', after: 6 });
  for (const one of report.paragraphs) say(pdf, 'P', one, 'text', { align: 'justify', after: 6, indent: 28 });
  closing(pdf, head);
  for (const [index, table] of report.tables.entries()) {
    pdf.addPage({ size: 'A4', layout: 'landscape', margins: ACROSS });
    say(pdf, 'H2', report.words.annex(index + 1), 'bold', { align: 'center' });
    say(pdf, 'P', table.title, 'bold', { align: 'center', after: 8 });
    for (const one of table.before) say(pdf, 'P', one, 'text', { align: 'justify', after: 6 });
    for (const note of table.notes) say(pdf, 'P', note, 'italic', { after: 6 });
    await annex(pdf, report, table);
    if (table.after.length > 0) afterAnnex(pdf, table.after);
  }
}

interface Saying {
  readonly align?: 'left' | 'center' | 'justify';
  readonly size?: number;
  readonly after?: number;
  readonly indent?: number;
}

function say(pdf: Pdf, tag: 'H1' | 'H2' | 'P', words: string, font: Font, how: Saying = {}): void {
  const element = pdf.struct(tag, {}, () => {
    pdf
      .font(FONTS[font])
      .fontSize(how.size ?? POINT.text)
      .text(words, { align: how.align ?? 'left', indent: how.indent ?? 0 });
  });
  pdf.addStructure(element);
  element.end();
  pdf.y += how.after ?? 2;
}

/** Issuer and number on the left, the motto of the country on the right. */
function letterhead(pdf: Pdf, { head }: Report): void {
  const { left, right } = UPRIGHT;
  const width = pdf.page.width - left - right;
  const half = width * 0.42;
  const top = pdf.y;
  const side = (x: number, space: number, lines: readonly (readonly [string, Font])[]): number => {
    pdf.y = top;
    const element = pdf.struct('P', {}, () => {
      for (const [words, font] of lines) {
        pdf.font(FONTS[font]).fontSize(12).text(words, x, pdf.y, { width: space, align: 'center' });
      }
    });
    pdf.addStructure(element);
    element.end();
    return pdf.y;
  };
  const ends = [
    side(left, half, [
      ...(head.above === '' ? [] : [[head.above.toLocaleUpperCase('vi'), 'text'] as const]),
      [head.issuer.toLocaleUpperCase('vi'), 'bold'],
      [head.number, 'text'],
    ]),
    side(left + half, width - half, [
      [head.country, 'bold'],
      [head.motto, 'bold'],
      [head.dated, 'italic'],
    ]),
  ];
  pdf.x = left;
  pdf.y = Math.max(...ends) + 20;
}

function closing(pdf: Pdf, head: Report['head']): void {
  pdf.moveDown();
  say(pdf, 'P', head.capacity.join('\n'), 'bold', { align: 'center', after: 50 });
  if (head.signer === '') say(pdf, 'P', head.signHere, 'italic', { align: 'center', after: 10 });
  else say(pdf, 'P', head.signer, 'bold', { align: 'center', after: 10 });
  say(pdf, 'P', head.recipientsTitle, 'bold', { size: 11 });
  say(pdf, 'P', head.recipients.map((one) => `- ${one}`).join('\n'), 'text', { size: 11 });
}

/** The table ends wherever its last cell does: what follows begins at the margin again. */
function afterAnnex(pdf: Pdf, words: readonly string[]): void {
  pdf.x = ACROSS.left;
  pdf.y += 8;
  for (const one of words) say(pdf, 'P', one, 'text', { align: 'justify', after: 6 });
}

async function annex(pdf: Pdf, report: Report, table: ReportTable): Promise<void> {
  if (table.count === 0) return;
  if (table.count > MOST_LINES) {
    say(pdf, 'P', report.words.inSpreadsheet(table.count), 'text');
    return;
  }
  const element = pdf.struct('Sect');
  pdf.addStructure(element);
  const sum = table.columns.reduce((all, { width }) => all + width, 0);
  const space = pdf.page.width - ACROSS.left - ACROSS.right;
  const begin = () => {
    const options = {
      columnStyles: table.columns.map(({ width, numeric }) => ({
        width: Math.floor((width / sum) * space),
        align: { x: numeric ? ('right' as const) : ('left' as const), y: 'top' as const },
      })),
      defaultStyle: { border: 0.5, padding: PADDING },
      // Not in the library's types.
      structParent: element,
    };
    const grid = pdf.table(options);
    row(
      grid,
      table.columns.map(({ heading }) => heading),
      'bold',
      'TH',
    );
    return grid;
  };
  const row = (
    grid: ReturnType<typeof begin>,
    cells: readonly string[],
    font: Font,
    type: 'TH' | 'TD' = 'TD',
  ): void => {
    pdf.font(FONTS[font]).fontSize(POINT.table);
    grid.row(cells.map((text) => ({ text, type })));
  };
  let grid = begin();
  const spaces = table.columns.map(({ width }) => Math.floor((width / sum) * space) - 2 * PADDING);
  const heightOf = (text: string, at: number): number =>
    text === '' ? 0 : pdf.heightOfString(text, { width: spaces[at] ?? 0 });
  const put = (cells: readonly ReportCell[], font: Font): void => {
    pdf.font(FONTS[font]).fontSize(POINT.table);
    for (const part of inParts(cells.map(report.written), heightOf)) {
      const height = Math.max(...part.map(heightOf)) + 2 * PADDING + 1;
      if (pdf.y + height > pdf.page.height - ACROSS.bottom) {
        grid.end();
        pdf.addPage({ size: 'A4', layout: 'landscape', margins: ACROSS });
        grid = begin();
      }
      row(grid, part, font);
    }
  };
  for await (const cells of table.rows()) put(cells, 'text');
  if (table.total) put(table.total, 'bold');
  grid.end();
  element.end();
}

/** A row in as many rows as its longest cell needs, cut between words. */
function inParts(
  cells: readonly string[],
  heightOf: (text: string, at: number) => number,
): readonly (readonly string[])[] {
  const pieces = cells.map((text, at) =>
    heightOf(text, at) <= TALLEST_CELL ? [text] : cut(text, at, heightOf),
  );
  const rows = Math.max(...pieces.map((one) => one.length));
  return Array.from({ length: rows }, (_row, n) => pieces.map((one) => one[n] ?? ''));
}

function cut(text: string, at: number, heightOf: (text: string, at: number) => number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (heightOf(rest, at) > TALLEST_CELL) {
    // The longest beginning that fits, found by halving.
    let [fits, tooLong] = [1, rest.length];
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2);
      if (heightOf(rest.slice(0, middle), at) <= TALLEST_CELL) fits = middle;
      else tooLong = middle;
    }
    const word = rest.slice(0, fits).search(/\s\S*$/);
    const end = word > 0 ? word : fits;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}
