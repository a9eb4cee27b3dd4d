import { createHash, randomUUID } from 'node:crypto';
import { sweepFiles } from '@tinhgon/database/files/uploads';
import { rebuild } from '@tinhgon/database';
import { reconcileRecord } from '@tinhgon/database/record/reconcile-record';
import { sampleDocx, samplePdf, samplePng, sampleZip } from '@tinhgon/test-kit/sample-files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, give, read, startDocument, startPlan, trpc } from './acting.ts';
import { download, send, type Sending } from './attaching.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
let plan: string;
let document: string;
beforeAll(async () => {
  world = await openWorld();
  document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${body.code}`;
});
afterAll(() => world?.stop());

const DRAFT: Sending = { fields: { step: 'review', kind: 'draft' } };
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const list = async (player: Player, path: string) => {
  const kind = path.startsWith('/plans') ? 'plan' : 'document';
  return trpc(world, player, 'files.list', { kind, code: codeOf(path) }, 'GET');
};
const stored = async () =>
  world.database.db.selectFrom('file_blob').select('sha256').orderBy('sha256').execute();

describe('a file attached to a step', () => {
  test('keeps its versions, is named by its hash in the event, and comes back byte for byte', async () => {
    const [first, second] = [
      samplePdf('Dự thảo lần một'),
      Buffer.concat([samplePdf('x'), randomTail(700_000)]),
    ];
    const name = 'Dự thảo phương án.pdf'.normalize('NFD');
    const one = await send(world, 'lan', plan, first, { ...DRAFT, name });
    expect([one.status, one.body]).toMatchObject([
      201,
      { version: 1, projected: true, sha256: sha256(first), bytes: first.length, mime: 'application/pdf' },
    ]);
    const { fileId } = one.body;
    const fields = { ...DRAFT.fields, fileId, title: 'Dự thảo đã sửa' };
    const two = await send(world, 'lan', plan, second, { name, fields });
    expect([two.status, two.body.version]).toEqual([201, 2]);

    const { data } = await list('duc', plan);
    expect(data.files).toMatchObject([
      { fileId, title: 'Dự thảo đã sửa', step: 'review', mayChange: false, detached: null },
    ]);
    expect(data.files[0].versions).toMatchObject([
      { version: 2, sha256: sha256(second), attachedBy: { id: 'lan' } },
      { version: 1, sha256: sha256(first), name: 'Dự thảo phương án.pdf' },
    ]);
    for (const [version, bytes] of [first, second].entries()) {
      const got = await download(world, 'duc', { fileId, version: version + 1 });
      expect(got.bytes.equals(bytes)).toBe(true);
    }
    const events = await world.database.db
      .selectFrom('current_event')
      .select('payload')
      .where('type', '=', 'fileAttached')
      .orderBy('position')
      .execute();
    expect(events.map(({ payload }) => payload['file'])).toMatchObject([
      { version: 1, sha256: sha256(first), kind: 'draft', bytes: first.length },
      { version: 2, sha256: sha256(second) },
    ]);
    expect((await read(world, 'duc', plan)).history[0]).toMatchObject({
      type: 'fileAttached',
      step: 'review',
      facts: { file: 'Dự thảo đã sửa', fileVersion: 2 },
    });
  });

  test('is stored once however often it is sent, and attached once when its command is repeated', async () => {
    const bytes = samplePng();
    const before = (await stored()).length;
    const fields = { step: 'review', kind: 'other', commandId: randomUUID() };
    const answers = [
      await send(world, 'lan', plan, bytes, { name: 'ảnh.png', fields }),
      await send(world, 'lan', plan, bytes, { name: 'ảnh.png', fields }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await stored()).length).toBe(before + 1);
    const { data } = await list('lan', plan);
    const same = data.files.filter((file: { fileId: string }) => file.fileId === answers[0]?.body.fileId);
    expect(same).toHaveLength(1);
    const other = await send(world, 'lan', plan, samplePdf('khác'), { fields });
    expect([other.status, other.body.error.code]).toEqual([409, 'COMMAND_ID_REUSED']);
  });

  test('is taken away with a reason: out of sight, not out of the record', async () => {
    const { body } = await send(world, 'lan', plan, samplePdf('nhầm'), {
      fields: { step: 'review', kind: 'other' },
    });
    const command = { type: 'detachFile', fileId: body.fileId };
    const without = await give(world, 'lan', plan, command);
    expect([without.status, without.body.error]).toMatchObject([
      422,
      { code: 'REASON_REQUIRED', field: 'reason' },
    ]);
    expect((await give(world, 'duc', plan, { ...command, reason: 'x' })).body.error.code).toBe(
      'NOT_YOUR_STEP',
    );
    expect((await give(world, 'lan', plan, { ...command, reason: 'Gửi nhầm tệp' })).status).toBe(200);
    const { data } = await list('lan', plan);
    const gone = data.files.find((file: { fileId: string }) => file.fileId === body.fileId);
    expect(gone).toMatchObject({ detached: { reason: 'Gửi nhầm tệp', by: 'Người lan' }, mayChange: false });
    expect((await download(world, 'lan', { fileId: body.fileId, version: 1 })).status).toBe(200);
  });
});

describe('who attaches and who reads', () => {
  test.each([
    ['duc', 'NOT_YOUR_STEP'],
    ['office', 'NOT_YOUR_STEP'],
    ['auditor', 'NOT_YOUR_STEP'],
    ['admin', 'NOT_YOUR_STEP'],
    ['stranger', 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ] as const)('%s attaches nothing to a plan being drafted by others: %s', async (player, code) => {
    const answer = await send(world, player, plan, samplePdf('x'), DRAFT);
    expect(answer.body.error.code).toBe(code);
  });

  test('a stranger finds neither list nor file; an auditor reads', async () => {
    const { body } = await send(world, 'lan', plan, samplePdf('kín'), DRAFT);
    const place = { fileId: body.fileId, version: 1 };
    expect((await list('stranger', plan)).rejection.code).toBe('NOT_FOUND');
    expect((await download(world, 'stranger', place)).status).toBe(404);
    expect((await download(world, null, place)).status).toBe(401);
    expect((await download(world, 'auditor', place)).status).toBe(200);
    expect((await download(world, 'lan', { ...place, version: 2 })).status).toBe(404);
  });

  test('a draft of a document is read by who may read the document, its file name too', async () => {
    const fields = { step: 'draft', kind: 'draft', title: 'Bản chưa công bố' };
    const { status, body } = await send(world, 'lan', document, samplePdf('mật'), { fields });
    expect(status).toBe(201);
    const place = { fileId: body.fileId, version: 1 };
    expect((await download(world, 'stranger', place)).status).toBe(404);
    expect((await list('stranger', document)).rejection.code).toBe('NOT_FOUND');
    expect(JSON.stringify(await read(world, 'stranger', document))).not.toContain('Bản chưa công bố');
    expect((await download(world, 'phap', place)).status).toBe(200);
  });

  test('whoever attached a draft does not check it', async () => {
    const own = await startPlan(world, 'lan', [{ procedureCode: world.procedures[1] }], document);
    const path = `/plans/${own.body.code}`;
    expect((await send(world, 'hoa', path, samplePdf('của Hoa'), DRAFT)).status).toBe(201);
    await give(world, 'lan', path, { type: 'submit' });
    expect((await give(world, 'hoa', path, { type: 'approve' })).body.error.code).toBe('FOUR_EYES');
    const late = await send(world, 'lan', path, samplePdf('sửa sau'), DRAFT);
    expect([late.status, late.body.error]).toMatchObject([409, { code: 'STEP_NOT_OPEN', field: 'step' }]);
    const opinion = { fields: { step: 'quality-check', kind: 'opinion' } };
    expect((await send(world, 'duc', path, samplePdf('ý kiến'), opinion)).status).toBe(201);
    await approvePlanFrom(path);
    const signed = { fields: { step: 'plan-approval', kind: 'signed' } };
    expect((await send(world, 'minh', path, samplePdf('đã ký'), signed)).status).toBe(201);
  });
});

describe('what is refused', () => {
  const MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  test.each([
    ['a program', Buffer.from('MZ\u0090\u0000'.padEnd(600, '\u0000'), 'latin1'), 'UNSUPPORTED_FILE'],
    [
      'a page with a script under the name of a PDF',
      Buffer.from('<html><script>1</script>'),
      'UNSUPPORTED_FILE',
    ],
    ['a picture that can run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'UNSUPPORTED_FILE'],
    ['a zip', sampleZip({ 'a.txt': 'x' }), 'UNSUPPORTED_FILE'],
    ['Word with macros', sampleDocx(['x'], {}, MACROS), 'UNSUPPORTED_FILE'],
    ['Word with hidden macros', sampleDocx(['x'], { 'word/vbaProject.bin': 'x' }), 'UNSUPPORTED_FILE'],
    ['half a Word file', sampleDocx(['x']).subarray(0, 900), 'UNSUPPORTED_FILE'],
    ['nothing', Buffer.alloc(0), 'INVALID_INPUT'],
    ['more than 25 MB', Buffer.concat([samplePdf('x'), Buffer.alloc(25 * 1024 * 1024)]), 'TOO_LARGE'],
  ])('%s', async (_what, bytes, code) => {
    const before = await stored();
    const answer = await send(world, 'lan', plan, bytes, DRAFT);
    expect(answer.body.error).toMatchObject({ code, field: 'file' });
    expect(await stored()).toEqual(before);
  });

  test.each([
    [{ step: 'review' }, 'kind'],
    [{ kind: 'draft' }, 'step'],
    [{ step: 'review', kind: 'secret' }, 'kind'],
    [{ step: 'nowhere', kind: 'draft' }, 'step'],
    [{ step: 'review', kind: 'draft', colour: 'red' }, 'colour'],
    [{ step: 'review', kind: 'draft', fileId: randomUUID() }, 'fileId'],
    [{ step: 'review', kind: 'draft', title: 'a\u0000b' }, 'title'],
  ])('a form with %j names the field at fault', async (fields, field) => {
    expect((await send(world, 'lan', plan, samplePdf('x'), { fields })).body.error.field).toBe(field);
  });

  test('what does not come as a form', async () => {
    const answer = await world.call('lan', 'POST', `${plan}/files`, '{}');
    expect([answer.status, answer.body.error]).toMatchObject([400, { field: 'file' }]);
  });
});

describe('the words of files', () => {
  const found = async (player: Player, q: string) =>
    (await trpc(world, player, 'files.find', { q }, 'GET')).data;

  test('are found without accents, by who may see the file, in its newest version', async () => {
    const fields = { step: 'review', kind: 'opinion' };
    const words = 'Bộ Tài chính đề nghị bỏ Giấy xác nhận tạm trú khỏi thành phần hồ sơ';
    const pdf = await send(world, 'lan', plan, samplePdf(words), { fields, name: 'Công văn 12.pdf' });
    const docx = await send(world, 'lan', plan, sampleDocx(['Nhất trí với dự thảo, không có ý kiến thêm']), {
      fields,
      name: 'Trả lời.docx',
    });
    await expect
      .poll(() => found('duc', 'giay xac nhan tam tru'), { timeout: 20_000 })
      .toMatchObject([{ fileId: pdf.body.fileId, subject: 'plan', code: codeOf(plan), excerpt: words }]);
    await expect
      .poll(() => found('duc', 'NHẤT TRÍ dự thảo'), { timeout: 20_000 })
      .toMatchObject([{ fileId: docx.body.fileId, title: 'Trả lời' }]);
    expect(await found('duc', 'cong van 12')).toMatchObject([{ fileId: pdf.body.fileId, excerpt: '' }]);
    expect(await found('stranger', 'giay xac nhan tam tru')).toEqual([]);
    const next = samplePdf('Bộ Tài chính rút ý kiến');
    await send(world, 'lan', plan, next, { fields: { ...fields, fileId: pdf.body.fileId } });
    await expect.poll(() => found('duc', 'rut y kien'), { timeout: 20_000 }).toHaveLength(1);
    expect(await found('duc', 'giay xac nhan tam tru')).toEqual([]);
  });
});

describe('the list of files', () => {
  test('is searched by name and words, with and without accents, and put in order', async () => {
    const own = await startPlan(world, 'lan', [{ procedureCode: world.procedures[2] }], document);
    const path = `/plans/${own.body.code}`;
    const fields = { step: 'review', kind: 'other' };
    const files = [
      ['Đề án.pdf', samplePdf('Rút ngắn thời hạn cấp căn cước')],
      ['Ảnh chụp.png', samplePng()],
      ['Biên bản.docx', sampleDocx(['Cuộc họp ngày 5'])],
    ] as const;
    for (const [name, bytes] of files) await send(world, 'lan', path, bytes, { name, fields });
    const titles = async (player: Player, query = '') => {
      const { files: found } = await read(world, player, `${path}/files${query}`);
      return found.map(({ title }: { title: string }) => title);
    };
    expect(await titles('duc')).toEqual(['Đề án', 'Ảnh chụp', 'Biên bản']);
    expect(await titles('duc', '?sort=name')).toEqual(['Ảnh chụp', 'Biên bản', 'Đề án']);
    expect(await titles('duc', '?sort=newest')).toEqual(['Biên bản', 'Ảnh chụp', 'Đề án']);
    expect(await titles('duc', '?sort=size&q=a')).toHaveLength(3);
    for (const q of ['ĐỀ ÁN', 'de an']) {
      expect(await titles('duc', `?q=${encodeURIComponent(q)}`)).toEqual(['Đề án']);
    }
    await expect.poll(() => titles('duc', '?q=can+cuoc'), { timeout: 20_000 }).toEqual(['Đề án']);
    const { files: one, total } = await read(world, 'duc', `${path}/files?q=can+cuoc`);
    expect([one[0].excerpt, total]).toEqual(['Rút ngắn thời hạn cấp căn cước', 3]);
    expect(await titles('duc', '?q=kh%C3%B4ng%20c%C3%B3')).toEqual([]);
    expect((await world.call('stranger', 'GET', `${path}/files?q=de`)).status).toBe(404);
    const wrong = await world.call('duc', 'GET', `${path}/files?sort=colour`);
    expect([wrong.status, wrong.body.error.field]).toEqual([400, 'sort']);
  });
});

describe('a download', () => {
  test('is safe in a browser, cannot be mistaken for a page, and comes in parts', async () => {
    const bytes = Buffer.concat([samplePdf('phần'), randomTail(600_000)]);
    const name = '..\\Tờ trình: số 1.exe';
    const { body } = await send(world, 'lan', plan, bytes, { ...DRAFT, name });
    const place = { fileId: body.fileId, version: 1 };
    const { headers } = await download(world, 'lan', place);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="To trinh so 1.exe.pdf"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20s%E1%BB%91%201.exe.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('content-length')).toBe(String(bytes.length));
    const etag = headers.get('etag') ?? '';
    expect((await download(world, 'lan', place, { 'if-none-match': etag })).status).toBe(304);
    const part = async (range: string, more = {}) => download(world, 'lan', place, { range, ...more });
    const middle = await part('bytes=262100-524400');
    expect([middle.status, middle.headers.get('content-range')]).toEqual([
      206,
      `bytes 262100-524400/${bytes.length}`,
    ]);
    expect(middle.bytes.equals(bytes.subarray(262_100, 524_401))).toBe(true);
    expect((await part('bytes=-10')).bytes.equals(bytes.subarray(-10))).toBe(true);
    expect((await part(`bytes=${bytes.length}-`)).status).toBe(416);
    expect((await part('bytes=0-1', { 'if-range': '"other"' })).status).toBe(200);
    const head = await download(world, 'lan', place, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });
});

test('bytes that no event names go after a day, the others stay', async () => {
  const { db } = world.database;
  const now = new Date().toISOString();
  const orphan = {
    sha256: sha256(Buffer.from('x')),
    bytes: 1,
    mime: 'image/png',
    stored_at: '2020-01-01',
  } as const;
  await db.insertInto('file_blob').values(orphan).execute();
  await db.updateTable('file_blob').set({ stored_at: '2020-01-01' }).execute();
  const before = (await stored()).length;
  // This one, and what came with a command's id that had been used for something else.
  expect(await sweepFiles(db, now)).toBe(2);
  expect((await stored()).length).toBe(before - 2);
});

test('rows of files are made from the events again, to the byte', async () => {
  await rebuild(world.database.db);
  expect(await reconcileRecord(world.database.db)).toEqual({ broken: [], differences: [] });
});

async function approvePlanFrom(path: string): Promise<void> {
  for (const player of ['duc', 'minh'] as const) {
    expect((await give(world, player, path, { type: 'approve' })).status).toBe(200);
  }
}

/** Bytes after the end of a file, which readers pass over: long enough to fill several rows. */
const randomTail = (bytes: number): Buffer =>
  Buffer.from(Array.from({ length: bytes }, (_, index) => (index * 7919) % 251));
