import { randomUUID } from 'node:crypto';
import { xmlText } from './xml-text.ts';

/** Texts of the cells of each row. */
export type Rows = () => AsyncIterable<readonly string[]>;

const ROW = '<w:tr>';
const ROW_END = '</w:tr>';
const NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">';

/**
 * Places in a Word file where rows of any number stand. The library that lays a paper out keeps every cell of it in
 * memory many times over; it gets one row as a pattern, and the rows are written in its place as they are read.
 */
export class RowPlaces {
  /** Nobody can have typed it. */
  readonly #mark = randomUUID();
  readonly #lists: Rows[] = [];

  /** The texts of the row to be laid out as the pattern of `rows`. */
  put(columns: number, rows: Rows): readonly string[] {
    const list = this.#lists.push(rows) - 1;
    return Array.from({ length: columns }, (_column, at) => this.#markOf(list, at));
  }

  /** The file's text with all rows in their places. Throws RangeError when a pattern is not in it. */
  async *filled(xml: string): AsyncGenerator<string> {
    let end = 0;
    for (const [list, rows] of this.#lists.entries()) {
      const at = xml.indexOf(this.#markOf(list, 0), end);
      const from = xml.lastIndexOf(ROW, at);
      const to = xml.indexOf(ROW_END, at) + ROW_END.length;
      if (at < 0 || from < end) throw new RangeError('the pattern of a row is not in the paper');
      yield xml.slice(end, from);
      const pattern = this.#piecesOf(xml.slice(from, to), list);
      for await (const cells of rows()) yield rowXml(pattern, cells);
      end = to;
    }
    yield xml.slice(end);
  }

  #markOf = (list: number, at: number): string => `${this.#mark}.${list}.${at}.`;

  /** What stands between the texts of the pattern's cells. */
  #piecesOf(pattern: string, list: number): readonly string[] {
    const pieces: string[] = [];
    let rest = pattern;
    for (;;) {
      const mark = this.#markOf(list, pieces.length);
      const at = rest.indexOf(mark);
      if (at < 0) return [...pieces, rest];
      pieces.push(rest.slice(0, at));
      rest = rest.slice(at + mark.length);
    }
  }
}

const rowXml = (pattern: readonly string[], cells: readonly string[]): string =>
  pattern.map((piece, at) => (at === 0 ? piece : textXml(cells[at - 1] ?? '') + piece)).join('');

const textXml = (text: string): string => text.split('\n').map(xmlText).join(NEW_LINE);
