import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsx from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../errors/refusal.ts';
import { delimiterOf, readCsv } from './read-csv.ts';
import { MAX_UNPACKED_BYTES } from './inspect-xlsx.ts';
import { fileTypeOf, readFile } from './read-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const TEXT = Buffer.from('a,b');

test.each([
  ['text/csv; charset=utf-8', '', TEXT, 'csv'],
  ['application/json', '', TEXT, 'json'],
  [XLSX, '', ZIP, 'xlsx'],
  ['application/octet-stream', 'Thủ tục.XLSX', ZIP, 'xlsx'],
  ['application/vnd.ms-excel', 'thu-tuc.csv', TEXT, 'csv'],
  ['application/octet-stream', '', ZIP, 'xlsx'],
  ['text/csv', 'a.csv', ZIP, null],
  [XLSX, 'a.xlsx', TEXT, null],
  ['application/pdf', 'a.pdf', TEXT, null],
  ['application/octet-stream', 'a.xls', TEXT, null],
])('%s %s is %s', (mime, name, bytes, type) => {
  expect(fileTypeOf(mime, name, bytes)).toBe(type);
});

describe('csv', () => {
  test('separators are found outside quotes', () => {
    expect(delimiterOf('a;"b,c,d";e\n1,2,3')).toBe(';');
    expect(delimiterOf('a\tb\n')).toBe('\t');
    expect(delimiterOf('a')).toBe(',');
  });

  test('bytes that are not UTF-8 and open quotes are refused', async () => {
    await expect(readFile('csv', Buffer.from([0x61, 0xff, 0xfe]))).rejects.toMatchObject(
      refusal('INVALID_INPUT', 'utf8'),
    );
    await expect(readFile('csv', Buffer.from('a,b\n"1,2'))).rejects.toMatchObject(
      refusal('INVALID_INPUT', 'csv'),
    );
  });

  test('formulas stay text, empty files have no rows', () => {
    expect(readCsv(Buffer.from('a\n=1+1\n')).rows).toEqual([{ row: 2, cells: ['=1+1'] }]);
    expect(readCsv(Buffer.from(''))).toEqual({ headings: [], rows: [] });
  });

  test('more than 100,000 rows are refused', async () => {
    await expect(readFile('csv', Buffer.from('a\n'.repeat(100_003)))).rejects.toMatchObject(
      refusal('TOO_LARGE'),
    );
  });
});

describe('xlsx', () => {
  test('text, dates, numbers and cells merged downwards', async () => {
    const file = await writeXlsx([
      [{ value: 'Mã' }, { value: 'Ngày' }, { value: 'Số' }],
      [
        { value: 'A', rowSpan: 3 },
        { value: new Date('2024-03-15T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: 5 },
      ],
      [null, null, { value: 6 }],
      [null, null, { value: 7 }],
      [],
      [{ value: '=1+1', type: String }, null, null],
    ]).toBuffer();
    const table = await readFile('xlsx', Buffer.from(file));
    expect(table.headings).toEqual(['Mã', 'Ngày', 'Số']);
    expect(table.rows).toEqual([
      { row: 2, cells: ['A', new Date('2024-03-15T00:00:00Z'), 5] },
      { row: 3, cells: ['A', null, 6] },
      { row: 4, cells: ['A', null, 7] },
      { row: 6, cells: ['=1+1', null, null] },
    ]);
  });

  test('what is no workbook is refused', async () => {
    await expect(readFile('xlsx', ZIP)).rejects.toMatchObject(refusal('UNSUPPORTED_FILE'));
    await expect(readFile('xlsx', zip({ 'word/document.xml': '<w/>' }))).rejects.toMatchObject(
      refusal('UNSUPPORTED_FILE'),
    );
  });

  test('a file that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bomb = zip(workbook(' '.repeat(MAX_UNPACKED_BYTES + 1)));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readFile('xlsx', bomb)).rejects.toMatchObject(refusal('TOO_LARGE'));
  });

  test('so is one that says it is small', async () => {
    const bomb = zip(workbook(' '.repeat(MAX_UNPACKED_BYTES + 1)), { claimedBytes: 100 });
    await expect(readFile('xlsx', bomb)).rejects.toMatchObject(refusal('TOO_LARGE'));
  });

  test.each(['XFD2', 'A1048576'])('one cell far out at %s is refused', async (address) => {
    const far = zip(workbook(`<c r="${address}"><v>1</v></c>`));
    await expect(readFile('xlsx', far)).rejects.toMatchObject(refusal('TOO_LARGE'));
  });
});

test.each(['{', '{"rows":1}', '[1]', '"x"'])('json %s is refused', async (text) => {
  await expect(readFile('json', Buffer.from(text))).rejects.toBeInstanceOf(Refusal);
});

const refusal = (code: string, reason?: string) => ({
  rejection: { code, ...(reason ? { details: { reason } } : {}) },
});

const workbook = (cells: string) => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
});

/** A zip file with these parts. `claimedBytes`: the unpacked size each entry lies about. */
function zip(parts: Readonly<Record<string, string>>, lies: { claimedBytes?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 1 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lies.claimedBytes ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([ZIP, common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
