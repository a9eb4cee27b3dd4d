import { randomUUID } from 'node:crypto';
import { sampleDocx, samplePdf, samplePng, sampleZip } from '@tinhgon/test-kit/sample-files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, startDocument, startPlan } from './acting.ts';
import { download, send } from './attaching.ts';
import { answerOf, openWorld, type World } from './world.ts';

let world: World;
let plan: string;
beforeAll(async () => {
  world = await openWorld();
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${body.code}`;
});
afterAll(() => world?.stop());

const fields = { step: 'review', kind: 'other' };
const nameOf = async (name: string, bytes: Buffer): Promise<string> => {
  const { body } = await send(world, 'lan', plan, bytes, { name, fields });
  const { files } = await read(world, 'lan', `${plan}/files`);
  const file = files.find((one: { fileId: string }) => one.fileId === body.fileId);
  return file?.versions[0].name;
};

test.each([
  ['công văn.pdf.exe', 'công văn.pdf.exe.pdf'],
  ['trang.html', 'trang.html.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Windows\\System32\\x.pdf', 'x.pdf'],
  ['Thông báo\u202Efdp.exe', 'Thông báofdp.exe.pdf'],
  ['a\u2066b\u200F\uFEFF.pdf', 'ab.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['...', 'tep.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['nul', '_nul.pdf'],
  ['x.pdf. . ', 'x.pdf'],
])('a file called %j is kept as %j', async (given, kept) => {
  expect(await nameOf(given, samplePdf(given))).toBe(kept);
});

describe('Word files made to do more than be read', () => {
  const MACROS_BY_ANOTHER_NAME = {
    'word/media/image1.bin': 'x',
    'word/_rels/document.xml.rels': '<Relationships/>',
  };
  const settings = (target: string) => ({
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`,
  });
  const contentTypes = (more: string) => {
    const parts = {
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`,
      'word/document.xml': '<w:document/>',
    };
    return sampleZip({ ...parts, ...MACROS_BY_ANOTHER_NAME });
  };
  /** A second part of the same name, with other words in it. */
  const twice = () => {
    const placeholder = 'word/documenu.xml';
    const file = sampleDocx(['lành'], { [placeholder]: '<w:document/>' });
    return Buffer.from(file.toString('latin1').replaceAll(placeholder, 'word/document.xml'), 'latin1');
  };
  test.each([
    ['a template from elsewhere', sampleDocx(['x'], settings('https://evil.example/x.dotm'))],
    ['a template of a share', sampleDocx(['x'], settings('\\\\evil\\x.dotm'))],
    [
      'macros under another name',
      contentTypes('<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
    ],
    ['two parts of one name', twice()],
  ])('%s: refused', async (_what, bytes) => {
    const answer = await send(world, 'lan', plan, bytes, { name: 'x.docx', fields });
    expect([answer.status, answer.body.error]).toMatchObject([
      415,
      { code: 'UNSUPPORTED_FILE', field: 'file' },
    ]);
  });

  test('one that only names its template on a disk is taken', async () => {
    const bytes = sampleDocx(['x'], settings('file:///C:\\Mẫu\\công văn.dotx'));
    expect((await send(world, 'lan', plan, bytes, { name: 'x.docx', fields })).status).toBe(201);
  });

  test('one of endless parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`x/${index}`, '']));
    const answer = await send(world, 'lan', plan, sampleDocx(['x'], parts), { name: 'x.docx', fields });
    expect(answer.body.error).toMatchObject({ code: 'TOO_LARGE', field: 'file' });
  });
});

describe('pictures that claim to be larger than can be shown', () => {
  /** The header of a JPEG, behind a segment as cameras write them. */
  const jpeg = (width: number, height: number): Buffer => {
    const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
    frame.writeUInt16BE(height, 5);
    frame.writeUInt16BE(width, 7);
    const note = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
    const first = Buffer.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
    ]);
    return Buffer.concat([
      first,
      ...Array.from({ length: 20 }, () => note),
      frame,
      Buffer.from([0xff, 0xd9]),
    ]);
  };
  const webp = (width: number, height: number): Buffer => {
    const file = Buffer.alloc(30);
    file.write('RIFF', 0, 'latin1');
    file.writeUInt32LE(22, 4);
    file.write('WEBPVP8X', 8, 'latin1');
    file.writeUInt32LE(10, 16);
    file.writeUIntLE(width - 1, 24, 3);
    file.writeUIntLE(height - 1, 27, 3);
    return file;
  };
  test.each([
    ['PNG', samplePng(50_000, 50_000)],
    ['PNG, very wide', samplePng(2_000_000_000, 1)],
    ['JPEG', jpeg(50_000, 50_000)],
    ['WebP', webp(16_000, 16_000)],
  ])('%s: refused with its size', async (_what, bytes) => {
    const { status, body } = await send(world, 'lan', plan, bytes, { name: 'x.png', fields });
    expect(status).toBe(413);
    expect(body.error).toMatchObject({
      code: 'TOO_LARGE',
      field: 'file',
      details: { reason: 'picture', megapixels: 100 },
    });
    expect(body.error.message).toContain('100');
  });

  test('one of no size at all is refused', async () => {
    const { body } = await send(world, 'lan', plan, samplePng(0, 0), { name: 'x.png', fields });
    expect(body.error).toMatchObject({ code: 'UNSUPPORTED_FILE', field: 'file' });
  });

  test.each([
    ['PNG', samplePng(9_000, 9_000)],
    ['JPEG', jpeg(7_016, 9_921)],
  ])('%s as large as a good scan is taken', async (_what, bytes) => {
    expect((await send(world, 'lan', plan, bytes, { name: 'x.png', fields })).status).toBe(201);
  });
});

describe('forms written by hand', () => {
  const post = async (parts: readonly string[]) => {
    const boundary = 'x'.repeat(20);
    const body = [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`].join('');
    const headers = {
      authorization: `Bearer ${await world.token('lan')}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    return answerOf(await fetch(`${world.url}/api/v1${plan}/files`, { method: 'POST', headers, body }));
  };
  const field = (name: string, value: string) =>
    `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
  const form = Object.entries(fields).map(([name, value]) => field(name, value));
  const pdf = samplePdf('tay').toString('latin1');

  test('a file without a name gets one', async () => {
    const file = `Content-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\n${pdf}`;
    expect((await post([...form, file])).status).toBe(201);
  });

  test.each([
    ['a name that reaches into objects', field('__proto__', 'x')],
    ['a name that reaches into objects, otherwise', field('constructor', 'x')],
    ['the same field twice', field('step', 'draft')],
    [
      'a header that never ends',
      `Content-Disposition: form-data; name="file"; filename="${'a'.repeat(100_000)}"`,
    ],
  ])('%s is passed over or refused, and fails nothing', async (_what, part) => {
    const file = `Content-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n${pdf}`;
    expect([201, 400]).toContain((await post([...form, part, file])).status);
  });

  test('a name with a line break makes no header', async () => {
    const { status, body } = await post([
      ...form,
      `Content-Disposition: form-data; name="file"; filename="x%0d%0aSet-Cookie: a=b.pdf"\r\n\r\n${pdf}`,
    ]);
    expect(status).toBe(201);
    const { headers } = await download(world, 'lan', { fileId: body.fileId, version: 1 });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''\S+$/,
    );
  });
});

describe('what two readers may take for different things', () => {
  test.each([
    [
      'a picture with a page behind it',
      'image/png',
      Buffer.concat([samplePng(), Buffer.from('<script>1</script>')]),
    ],
    [
      'a PDF with a page inside',
      'application/pdf',
      Buffer.concat([samplePdf('x'), Buffer.from('<html><script>')]),
    ],
    [
      'a PDF with a zip behind it',
      'application/pdf',
      Buffer.concat([samplePdf('y'), sampleZip({ 'a.txt': 'x' })]),
    ],
  ])('%s is handed over as what it begins as, to be saved', async (_what, mime, bytes) => {
    const { body } = await send(world, 'lan', plan, bytes, { name: 'x.html', fields });
    expect(body.mime).toBe(mime);
    const { headers } = await download(world, 'lan', { fileId: body.fileId, version: 1 });
    expect(headers.get('content-type')).toBe(mime);
    expect(headers.get('content-disposition')).toContain('attachment; ');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test.each([
    'bytes=5-2',
    'bytes=-0',
    'bytes=0-0,5-9',
    'bytes=99999999999999999999-',
    'bytes=a-b',
    'lines=1-2',
  ])('Range %s gives nothing that is not in the file', async (range) => {
    const bytes = samplePdf('khoảng');
    const { body } = await send(world, 'lan', plan, bytes, {
      fields: { ...fields, commandId: randomUUID() },
    });
    const got = await download(world, 'lan', { fileId: body.fileId, version: 1 }, { range });
    expect([200, 416]).toContain(got.status);
    if (got.status === 200) expect(got.bytes.equals(bytes)).toBe(true);
  });

  test('a title that would turn what follows it around is kept without its marks', async () => {
    const { body } = await send(world, 'lan', plan, samplePdf('x'), {
      fields: { ...fields, title: 'Công văn\u202Egpj' },
    });
    const { files } = await read(world, 'lan', `${plan}/files`);
    expect(files.find((one: { fileId: string }) => one.fileId === body.fileId)?.title).toBe('Công văngpj');
  });
});
