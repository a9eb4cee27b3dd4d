import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { textsIn } from '../zip/read-zip.ts';
import { reportOf } from './example-report.ts';
import type { Report } from './report.ts';
import { MOST_LINES, wordOf } from './word.ts';

async function xmlOf(report: Report): Promise<string> {
  const parts = await textsIn(await buffer(wordOf(report)));
  return parts.find(({ path }) => path === 'word/document.xml')?.text ?? '';
}

/** Cells of the rows of the annex, a new line where the paper has one. */
const rowsOf = (xml: string): string[][] =>
  xml.split('<w:tr>').flatMap((row) =>
    row.includes('Đầu cột') || !row.includes('<w:vAlign')
      ? []
      : [
          row
            .split('<w:tc>')
            .slice(1)
            .map((cell) => cell.replaceAll('<w:br/>', '\n').replaceAll(/<[^>]+>/g, '')),
        ],
  );

it('writes each row as the library lays one out, whatever was typed', async () => {
  const typed = 'Điều 1 <b> & "2"\nĐiều 2';
  const xml = await xmlOf(
    reportOf(
      [
        [1, typed, ''],
        [2, '$& {{x}}', 'đ\u0000ứt'],
      ],
      [null, 'Cộng', 3],
    ),
  );
  expect(rowsOf(xml)).toEqual([
    ['1', 'Điều 1 &lt;b&gt; &amp; &quot;2&quot;\nĐiều 2', ''],
    ['2', '$&amp; {{x}}', 'đứt'],
    ['', 'Cộng', '3'],
  ]);
  // The sum alone is in bold, and every row has the same cells.
  const [first, second, total] = xml.split('<w:tr>').slice(-3);
  expect([first, second, total].map((row) => row?.includes('<w:b/>'))).toEqual([false, false, true]);
  expect(second?.replaceAll(/(<w:t [^>]*>)[^<]*/g, '$1')).toBe(
    first?.replaceAll(/(<w:t [^>]*>)[^<]*/g, '$1').replace('</w:t><w:br/><w:t xml:space="preserve">', ''),
  );
});

it('says where a longer list is instead of printing it', async () => {
  const lines = Array.from({ length: MOST_LINES + 1 }, (_line, n) => [n, 'a', 'b']);
  expect(rowsOf(await xmlOf(reportOf(lines.slice(0, MOST_LINES))))).toHaveLength(MOST_LINES);
  const longer = await xmlOf(reportOf(lines));
  expect(rowsOf(longer)).toEqual([]);
  expect(longer).toContain(`>${MOST_LINES + 1}<`);
});
