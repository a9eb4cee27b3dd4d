import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { pdfOf } from './pdf.ts';
import { reportOf } from './example-report.ts';
import type { Report } from './report.ts';

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
  const [first, ...annex] = await pagesOf(reportOf(rows));
  expect(first).toContain('BÁO CÁO');
  const printed = new Set(annex.join(' ').split(/\s+/));
  expect(words.filter((word) => !printed.has(word))).toEqual([]);
  expect(printed).toContain('hết');
  expect(annex.length).toBeGreaterThan(1);
  for (const page of annex) expect(page).toContain('Đầu cột ba');
});
