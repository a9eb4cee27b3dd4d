import { FILE_TYPES } from '@tinhgon/rules/files/file';
import { sampleDocx, samplePdf } from '@tinhgon/test-kit/sample-files';
import { describe, expect, it } from 'vitest';
import { wordsOfFile } from './words-of-file.ts';

const own = (bytes: Buffer) => new Uint8Array(bytes);
const TEXT = 'Cắt giảm 12 giấy tờ; “phí” & lệ phí';

describe('the words of a file', () => {
  it('are those of every page of a PDF', async () => {
    const words = await wordsOfFile({ mime: FILE_TYPES.pdf, bytes: own(samplePdf(TEXT, 'trang hai')) });
    expect(
      words
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual([TEXT, 'trang hai']);
  });

  it('are those of the paragraphs of a Word file, its notes after them', async () => {
    const notes = '<w:footnotes><w:p><w:r><w:t xml:space="preserve">ghi chú</w:t></w:r></w:p></w:footnotes>';
    const file = sampleDocx(['Cắt giảm &amp; đơn giản', 'đoạn &#7841;&#x1EA1;'], {
      'word/footnotes.xml': notes,
    });
    const words = await wordsOfFile({ mime: FILE_TYPES.docx, bytes: own(file) });
    expect(words).toBe('Cắt giảm & đơn giản\nđoạn ạạ\n\nghi chú\n');
  });

  it.each([
    ['a broken PDF', FILE_TYPES.pdf, Buffer.from('%PDF-1.7 and nothing else'), 'PDF'],
    ['a broken Word file', FILE_TYPES.docx, sampleDocx(['x']).subarray(0, 500), 'zip'],
  ])('cannot be read from %s', async (_what, mime, bytes, why) => {
    await expect(wordsOfFile({ mime, bytes: own(bytes) })).rejects.toThrow(why);
  });

  it('are given up when reading takes too long', async () => {
    await expect(wordsOfFile({ mime: FILE_TYPES.pdf, bytes: own(samplePdf('x')) }, 1)).rejects.toThrow(
      '1 ms',
    );
  });
});
