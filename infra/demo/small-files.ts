import { crc32, deflateSync } from 'node:zlib';

/**
 * Small files of the kinds people attach, made here so that no test depends on a file of somebody's. Their words can be
 * read back; how they look does not matter.
 */

/** One page for each text, in a font that tells which letters it means. */
export function samplePdf(...pages: readonly string[]): Buffer {
  const letters = [...new Set(pages.join(''))].filter((letter) => letter.charCodeAt(0) > 126);
  const codeOf = (letter: string): number =>
    letters.includes(letter) ? 128 + letters.indexOf(letter) : letter.charCodeAt(0);
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  const all = [...new Set(pages.join(''))];
  const map = all.map((letter) => `<${hex(codeOf(letter), 2)}> <${hex(letter.charCodeAt(0), 4)}>`);
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...Array.from({ length: Math.ceil(map.length / 90) }, (_, index) => {
      const part = map.slice(index * 90, index * 90 + 90);
      return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
    }),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  const streams = pages.map((text) => {
    const codes = Array.from(text, (letter) => hex(codeOf(letter), 2)).join('');
    return `BT /F1 14 Tf 60 760 Td <${codes}> Tj ET`;
  });
  const first = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${first + 2 * n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>',
    stream(toUnicode),
    ...streams.flatMap((content, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * n + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content),
    ]),
  ];
  return pdfOf(objects);
}

/** A PDF of these objects, one letter a byte; the first is its catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.5\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const stream = (content: string, more = ''): string =>
  `<< ${more} /Length ${content.length} >>\nstream\n${content}\nendstream`;

const letters = (hex: string): string => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').toString('latin1');
/** JPEG 2000, 8 × 8: no coefficient says anything, so that all of it is the middle grey. */
const GREY_JPEG_2000 = letters(`
  ff4f
  ff51 0029 0000 00000008 00000008 00000000 00000000 00000008 00000008 00000000 00000000 0001 07 01 01
  ff52 000c 00 00 0001 00 00 04 04 00 01
  ff5c 0004 40 40
  ff90 000a 0000 0000000f 00 01 ff93 00
  ffd9`);
/** JBIG2, 8 × 8: a page that begins black, with nothing on it. */
const BLACK_JBIG2 = letters('00000000 30 00 01 00000013 00000008 00000008 00000000 00000000 04 0000');

/** A page as scanners make them, without words: grey on its left half, black on its right. */
export function sampleScan(): Buffer {
  const image = '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /XObject << /Grey 5 0 R /Black 6 0 R >> >> >>',
    stream('q 200 0 0 200 0 0 cm /Grey Do Q q 200 0 0 200 200 0 cm /Black Do Q'),
    stream(GREY_JPEG_2000, `${image} /BitsPerComponent 8 /Filter /JPXDecode`),
    stream(BLACK_JBIG2, `${image} /BitsPerComponent 1 /Filter /JBIG2Decode`),
  ]);
}

/** A picture of one grey pixel; with other sizes its header claims them all the same. */
export function samplePng(width = 1, height = 1): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A zip of these parts, as they are. */
export function sampleZip(parts: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [nameBytes, data] = [Buffer.from(name, 'utf8'), Buffer.from(content, 'utf8')];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const one = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, rest, nameBytes]),
    );
    local.push(one);
    at += one.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document of these paragraphs, with other parts beside it. */
export function sampleDocx(
  paragraphs: readonly string[],
  others: Readonly<Record<string, string>> = {},
  type = WORD,
): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return sampleZip({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...others,
  });
}
