import { fromBufferPromise } from 'yauzl';

/** Parts of a Word file that hold what people read. */
const PARTS = /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/;
/** What those parts may unpack to; some thousands of pages. */
const MAX_XML_BYTES = 48 * 1024 * 1024;

/** The words of a Word file, a line for each paragraph. Throws when it is none, or unpacks to too much. */
export async function wordText(file: Buffer, most = MAX_XML_BYTES): Promise<string> {
  const zip = await fromBufferPromise(file);
  const texts: string[] = [];
  let left = most;
  for await (const entry of zip.eachEntry()) {
    if (!PARTS.test(entry.fileName)) continue;
    // Checked while it unpacks too: the size an entry claims is held against what comes.
    if (entry.uncompressedSize > left) throw new RangeError('the file unpacks to too much');
    left -= entry.uncompressedSize;
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    const text = textOfXml(Buffer.concat(pieces).toString('utf8'));
    if (entry.fileName === 'word/document.xml') texts.unshift(text);
    else texts.push(text);
  }
  return texts.join('\n');
}

const TOKENS = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b[^<>]*>|<\/w:p>/g;

function textOfXml(xml: string): string {
  let text = '';
  for (const [token, run] of xml.matchAll(TOKENS)) {
    if (run !== undefined) text += decoded(run);
    else text += token === '</w:p>' ? '\n' : ' ';
  }
  return text;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
