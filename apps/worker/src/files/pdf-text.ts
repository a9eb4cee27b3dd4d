import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Characters after which the rest of a file is not looked at; see `MAX_TEXT`. */
const ENOUGH = 1_500_000;

/** A file can name one page millions of times, and others wait for its words. */
const MOST_PAGES = 5_000;

/** The words of a PDF, page after page; empty for a scan. Throws when it cannot be read or asks for a password. */
export async function pdfText(file: Buffer, mostPages = MOST_PAGES): Promise<string> {
  const task = getDocument({
    data: new Uint8Array(file),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    let text = '';
    const last = Math.min(pdf.numPages, mostPages);
    for (let number = 1; number <= last && text.length < ENOUGH; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
      text += '\n';
      page.cleanup();
    }
    return text;
  } finally {
    await task.destroy();
  }
}
