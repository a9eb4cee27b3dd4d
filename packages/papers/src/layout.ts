import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { coreProperties } from './core-properties.ts';
import type { RowPlaces } from './row-places.ts';
import { textsIn } from './zip/read-zip.ts';
import { zipOf } from './zip/write-zip.ts';

/**
 * The look of official papers (Decree 30/2020/NĐ-CP, annex I): A4, margins of 20, 20, 30 and 15 mm, Times New Roman,
 * text of 14 points, the page's number in the middle of its head from the second page on.
 */
export const FONT = 'Times New Roman';
/** Half points. */
export const SIZE = { text: 28, small: 24, table: 24, recipients: 22 } as const;
/** Twentieths of a point, rounded: the library cuts off, and a sheet of its A4 is a hair too small. */
const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);
const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
/** Twentieths of a point between the margins. */
export const TEXT_WIDTH = twips(PAGE.width - PAGE.left - PAGE.right);
/** The same on a page across, where wide tables stand. */
export const WIDTH_ACROSS = twips(PAGE.height - PAGE.bottom - PAGE.top);
const FIRST_LINE = twips(12.7);

export type Block = Paragraph | Table;

export interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}
/** Text with its line breaks. */
export const run = (text: string, style: RunStyle = {}): TextRun[] =>
  text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...style, ...(index > 0 ? { break: 1 } : {}) }));

export const line = (children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children });

const PARAGRAPH: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: FIRST_LINE },
  spacing: { before: 120, after: 60, line: 300 },
};

/** A paragraph of the text: justified, its first line set in. */
export const text = (words: string, style: RunStyle = {}): Paragraph => line(run(words, style), PARAGRAPH);

/** The last words before who signs: a signature never stands on a page alone. */
export const lastWords = (words: string): Paragraph => line(run(words), { ...PARAGRAPH, keepNext: true });

/** An article of a decision, its number in bold. */
export const article = (number: number, words: string, last = false): Paragraph =>
  line([...run(`Điều ${number}. `, { bold: true }), ...run(words)], { ...PARAGRAPH, keepNext: last });

/** Each paragraph somebody typed as one of the paper's. */
export const paragraphs = (words: string, style: RunStyle = {}): Paragraph[] =>
  words
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => text(one, style));

export const heading = (words: string): Paragraph =>
  line(run(words, { bold: true }), {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    keepNext: true,
    spacing: { before: 180, after: 60 },
  });

export const centred = (words: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph =>
  line(run(words, style), { alignment: AlignmentType.CENTER, ...options });

/** A short line under what stands in the middle of `width`, a third to a half as long. */
export const rule = (width: number, part = 0.3): Paragraph => {
  const side = Math.round((width * (1 - part)) / 2);
  return new Paragraph({
    children: [],
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { before: 40, after: 0, line: 120 },
  });
};

/** A part that begins on a page of its own. */
export const onNewPage = (words: string, style: RunStyle): Paragraph =>
  centred(words, style, { pageBreakBefore: true });

export interface Properties {
  /** What readers of the file's properties see. */
  readonly title: string;
  readonly language: 'vi-VN' | 'en-GB';
  /** When it says it was written: the same contents are the same bytes then. */
  readonly writtenAt: string;
}

/** The finished file, `across` on pages laid across behind the rest. */
export function paper(
  title: string,
  blocks: readonly Block[],
  across: readonly Block[] = [],
): Promise<Buffer> {
  return Packer.toBuffer(documentOf(title, 'vi-VN', blocks, across));
}

/** The same in pieces, with long tables written row by row, as bytes that follow from the contents alone. */
export async function* longPaper(
  properties: Properties,
  blocks: readonly Block[],
  across: readonly Block[],
  places: RowPlaces,
): AsyncGenerator<Buffer> {
  const document = documentOf(properties.title, properties.language, blocks, across);
  // The library writes the present into it.
  const core = { path: 'docProps/core.xml', data: coreProperties(properties) };
  const parts = await textsIn(await Packer.toBuffer(document, undefined, [core]));
  yield* zipOf(
    parts.map(({ path, text }) => ({
      path,
      text: () => (path === 'word/document.xml' ? places.filled(text) : [text]),
    })),
  );
}

function documentOf(
  title: string,
  language: Properties['language'],
  blocks: readonly Block[],
  across: readonly Block[],
): Document {
  return new Document({
    title,
    creator: 'Tinh Gọn',
    styles: {
      default: { document: { run: { font: FONT, size: SIZE.text, language: { value: language } } } },
    },
    sections: [
      section(blocks, { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left }),
      ...(across.length === 0
        ? []
        : [
            section(across, { top: PAGE.left, right: PAGE.top, bottom: PAGE.right, left: PAGE.bottom }, true),
          ]),
    ],
  });
}

type Side = 'top' | 'right' | 'bottom' | 'left';

function section(
  children: readonly Block[],
  margins: Readonly<Record<Side, number>>,
  across = false,
): ISectionOptions {
  return {
    properties: {
      titlePage: !across,
      page: {
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          ...(across ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          line([new TextRun({ children: [PageNumber.CURRENT], size: SIZE.text })], {
            alignment: AlignmentType.CENTER,
          }),
        ],
      }),
    },
    children: [...children],
  };
}
