import { FILE_TYPES } from '@tinhgon/rules/files/file';
import { pdfOf, sampleDocx, samplePdf } from '@tinhgon/test-kit/sample-files';
import { describe, expect, it } from 'vitest';
import { pdfText } from './pdf-text.ts';
import { wordText } from './word-text.ts';
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

  it('are those of so many pages at most, though a file names one page over and over', async () => {
    const content = 'BT /F1 14 Tf 60 760 Td (x) Tj ET';
    const file = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count 50 /Kids [${'3 0 R '.repeat(50)}] >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    expect((await pdfText(file, 20)).replaceAll(/\s/g, '')).toBe('x'.repeat(20));
  });

  it('of a Word file that unpacks to too much are not read', async () => {
    const file = sampleDocx(['x'.repeat(1_000)], { 'word/header1.xml': 'x'.repeat(2_000) });
    await expect(wordText(file, 2_500)).rejects.toThrow('too much');
    // What a part claims to hold is held against what comes out of it.
    const lying = Buffer.from(file);
    lying.writeUInt32LE(
      3,
      lying.indexOf('word/header1.xml', lying.lastIndexOf('PK\u0001\u0002', lying.length)) - 22,
    );
    await expect(wordText(lying)).rejects.toThrow('size mismatch');
  });

  it('are given up when reading takes too long', async () => {
    await expect(wordsOfFile({ mime: FILE_TYPES.pdf, bytes: own(samplePdf('x')) }, 1)).rejects.toThrow(
      '1 ms',
    );
  });
});
