import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import readXlsx from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { CELL_MAX, type Sheet, type SheetRow } from './sheet.ts';
import { workbookOf } from './workbook.ts';
import { textsIn } from '../zip/read-zip.ts';
import { zipOf } from '../zip/write-zip.ts';

const sheet = (rows: readonly SheetRow[], name = 'Phụ lục I'): Sheet => ({
  name,
  widths: [8, 40],
  headed: true,
  rows: async function* () {
    yield* rows;
  },
});

const book = (sheets: readonly Sheet[]) =>
  workbookOf({ title: 'Báo cáo', writtenAt: '2026-01-01T00:00:00.000Z', sheets });

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

it('writes numbers as numbers and everything typed as text, formulas too', async () => {
  const typed = ['=1+1', ' hai  khoảng\ntrắng ', '<w> & "n"', 'đứt\u0000gãy\ud800', 'Đơn giản hóa'];
  const data = await bytesOf(
    book([
      sheet([
        { cells: ['STT', 'Tên'], bold: true },
        ...typed.map((one, at) => ({ cells: [at + 1_000, one] })),
        { cells: [{ percent: 82.84 }, null] },
      ]),
      sheet([{ cells: ['a'] }], 'Một tên rất dài: [quá] ba mươi mốt ký tự'),
    ]),
  );
  const sheets = await readXlsx(data, { trim: false });
  expect(sheets[0]?.sheet).toBe('Phụ lục I');
  expect(sheets[0]?.data).toEqual([
    ['STT', 'Tên'],
    [1_000, '=1+1'],
    [1_001, ' hai  khoảng\ntrắng '],
    [1_002, '<w> & "n"'],
    [1_003, 'đứtgãy\ufffd'],
    [1_004, 'Đơn giản hóa'],
    [0.8284, null],
  ]);
  expect(sheets[1]?.sheet).toBe('Một tên rất dài   quá  ba mươi ');
});

it('gives a row the height its longest text has when it is wrapped', async () => {
  const data = await bytesOf(
    book([
      sheet([{ cells: [1, 'ngắn'] }, { cells: [2, 'một câu dài '.repeat(20)] }, { cells: [3, 'a\nb\nc'] }]),
    ]),
  );
  const parts = await textsIn(data);
  const xml = parts.find(({ path }) => path === 'xl/worksheets/sheet1.xml')?.text ?? '';
  expect(xml.match(/<row [^>]*>/g)).toEqual(['<row r="1">', '<row r="2" ht="90">', '<row r="3" ht="45">']);
});

it('marks a text that Excel would refuse for its length', async () => {
  const [only] = await readXlsx(await bytesOf(book([sheet([{ cells: ['x'.repeat(CELL_MAX + 1)] }])])));
  const cell = String(only?.data[0]?.[0]);
  expect([cell.length, cell.at(-1)]).toEqual([CELL_MAX, '…']);
});

it('writes the same sheets as the same bytes', async () => {
  const rows = Array.from({ length: 5_000 }, (_row, n) => ({ cells: [n, `Thủ tục số ${n * 7_919}`] }));
  const [first, again] = [await bytesOf(book([sheet(rows)])), await bytesOf(book([sheet(rows)]))];
  expect(first.equals(again)).toBe(true);
});

it('writes while it reads: the first pieces are there long before the last row is asked for', async () => {
  let read = 0;
  const ROWS = 50_000;
  const many: Sheet = {
    ...sheet([]),
    rows: async function* () {
      for (; read < ROWS; read += 1) yield { cells: [read, `Dòng ${(read * 2_654_435_761) % 2 ** 32}`] };
    },
  };
  const readAt: number[] = [];
  let bytes = 0;
  for await (const piece of book([many])) {
    bytes += piece.length;
    readAt.push(read);
  }
  expect(read).toBe(ROWS);
  expect(bytes).toBeGreaterThan(500_000);
  // At each tenth of the file, about as much of the rows had been read: none is kept back.
  const tenth = readAt[Math.floor(readAt.length / 10)] ?? ROWS;
  expect(tenth).toBeLessThan(ROWS / 2);
});

it('fails where its rows fail', async () => {
  const broken: Sheet = {
    ...sheet([]),
    rows: async function* () {
      yield { cells: [1] };
      throw new Error('the database went away');
    },
  };
  await expect(bytesOf(book([broken]))).rejects.toThrow('the database went away');
  const late = zipOf([
    { path: 'a', text: () => ['a'] },
    {
      path: 'b',
      text: () => {
        throw new Error('never begun');
      },
    },
  ]);
  await expect(text(Readable.from(late))).rejects.toThrow('never begun');
});
