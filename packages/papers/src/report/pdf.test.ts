import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { pdfOf } from './pdf.ts';
import type { Report } from './report.ts';
import { reportWords } from './report-words.ts';

const { t } = reportWords('vi');

/** A report with one table of these rows. */
const report = (rows: readonly (readonly string[])[]): Report => ({
  language: 'vi',
  knownAt: '2026-01-01T00:00:00.000Z',
  title: 'BÁO CÁO',
  about: 'Thử',
  paragraphs: [],
  head: {
    ...t.head,
    above: '',
    issuer: 'Cơ quan',
    addressees: [],
    recipients: [],
    capacity: [],
    signer: '',
  },
  tables: [
    {
      annex: 'bottlenecks',
      title: 'Bảng',
      before: [],
      notes: [],
      after: [],
      columns: [
        { heading: 'Đầu cột một', width: 1 },
        { heading: 'Đầu cột hai', width: 1 },
        { heading: 'Đầu cột ba', width: 6 },
      ],
      count: rows.length,
      rows: async function* () {
        yield* rows;
      },
      total: null,
    },
  ],
  words: { sheet: 'Báo cáo', notes: t.notes, annex: (number) => `Phụ lục ${number}`, inSpreadsheet: String },
  written: String,
});

async function pagesOf(made: Report): Promise<string[]> {
  const pieces: Buffer[] = [];
  for await (const piece of pdfOf(made)) pieces.push(piece);
  const task = getDocument({ data: new Uint8Array(Buffer.concat(pieces)), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}

it('loses no word of a text longer than a page, and repeats the headings on each page', async () => {
  const words = Array.from({ length: 1_500 }, (_word, n) => `từ${n}`);
  const rows = [
    ['1', words.join(' '), 'ngắn'],
    ['2', 'a', 'hết'],
  ];
  const [first, ...annex] = await pagesOf(report(rows));
  expect(first).toContain('BÁO CÁO');
  const printed = new Set(annex.join(' ').split(/\s+/));
  expect(words.filter((word) => !printed.has(word))).toEqual([]);
  expect(printed).toContain('hết');
  expect(annex.length).toBeGreaterThan(1);
  for (const page of annex) expect(page).toContain('Đầu cột ba');
});
