import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, today } from './acting.ts';
import { fileOf, made, textOf, wordsOfPdf, xmlOf } from './report-files.ts';
import { type Answer, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Danh mục {{share}} ban đầu',
    decision: { number: '1085/QĐ-TTg', signedOn: '2021-09-15' },
    members: { all: world.procedures },
  });
});
afterAll(() => world?.stop());

const versions = (language = 'vi'): Promise<Answer['body']> =>
  read(world, 'lan', `/report-templates?programme=${world.programme}&language=${language}`);
const own = async (language?: string) => (await versions(language)).at(-1).texts;

async function save(texts: object, change: object = {}): Promise<Answer> {
  const input = { programme: world.programme, language: 'vi', basedOn: 1, texts, reason: 'Theo công văn' };
  return world.call('office', 'POST', '/report-templates', { ...input, ...change });
}

test('every programme begins with the product’s own texts, in both languages', async () => {
  expect(await versions()).toMatchObject([
    { version: 1, recorded: null, texts: { title: 'BÁO CÁO', annexes: { late: { before: '' } } } },
  ]);
  expect(await versions('en')).toMatchObject([{ version: 1, texts: { title: 'REPORT' } }]);
  const other = await world.call('lan', 'GET', '/report-templates?programme=KHONG-CO');
  expect(other.status).toBe(404);
});

test('what a template names that is no fact is refused, with its field and the word', async () => {
  const texts = await own();
  const wrong = await save({ ...texts, opening: 'Đã có {{simplified}} và {{process}}.' });
  expect([wrong.status, wrong.body.error]).toMatchObject([
    422,
    { code: 'UNKNOWN_PLACEHOLDER', field: 'texts.opening', details: { word: '{{process}}' } },
  ]);
  expect(wrong.body.error.message).toContain('{{process}}');
  expect(wrong.body.error.message).toContain('{{simplified}}');
  const annexes = { late: { title: 'Chậm {{', before: '', after: '' } };
  expect((await save({ ...texts, annexes })).body.error).toMatchObject({
    field: 'texts.annexes.late.title',
    details: { word: '{{' },
  });
  expect((await save({ ...texts, issuer: ' ' })).body.error).toMatchObject({ field: 'texts.issuer' });
  expect((await save({ ...texts, closing: 'x'.repeat(10_001) })).body.error).toMatchObject({
    field: 'texts.closing',
    details: { max: 10_000 },
  });
  expect(await versions()).toHaveLength(1);
});

test('a report says its template, stands in all its files in those texts, and stays as it was made', async () => {
  const before = await made(world, 'lan');
  expect(before.templateVersion).toBe(1);
  const texts = {
    ...(await own()),
    above: 'Chính phủ',
    issuer: 'Bộ Tư pháp',
    place: 'Hà Nội',
    addressees: 'Thủ tướng Chính phủ\nỦy ban Pháp luật',
    opening: `Thực hiện {{programme}}, tính đến {{asAt}}:\n<b>{{baseline}}</b> =SUM(A1) \${x} {{baselineReason}}`,
    closing: 'Kính trình xem xét.',
    recipients: 'Như trên\nLưu: VT, KSTT',
    capacity: 'KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG',
    signer: 'Nguyễn Văn A',
    annexes: { ministries: { title: 'BẢNG MỘT', before: 'Tỷ lệ {{share}}.', after: 'Hết bảng một.' } },
  };
  const preview = await world.call('office', 'POST', '/report-templates/preview', {
    programme: world.programme,
    language: 'vi',
    asAt: today(),
    texts,
  });
  expect(preview.body).toMatchObject({
    head: { issuer: 'Bộ Tư pháp', number: 'Số: ……/BC-……' },
    addressees: ['Thủ tướng Chính phủ', 'Ủy ban Pháp luật'],
    signer: 'Nguyễn Văn A',
    annexes: [
      { heading: 'Phụ lục I', title: 'BẢNG MỘT', before: ['Tỷ lệ 0,00\u00a0%.'], after: ['Hết bảng một.'] },
      { title: 'DANH MỤC THỦ TỤC ĐÃ ĐƠN GIẢN HÓA VÀ CĂN CỨ' },
      {},
      {},
      { annex: 'cost', heading: 'Phụ lục V' },
    ],
  });
  expect(await versions()).toHaveLength(1);

  const saved = await save(texts);
  expect([saved.status, saved.body]).toEqual([201, { version: 2 }]);
  // The same again is the same version; another one based on what is no longer the newest is refused.
  expect((await save(texts)).body).toEqual({ version: 2 });
  expect((await save({ ...texts, title: 'BÁO CÁO NĂM' })).body.error).toMatchObject({
    code: 'STALE_VERSION',
    field: 'basedOn',
    details: { version: 2 },
  });
  expect(await versions()).toMatchObject([
    { version: 2, recorded: { reason: 'Theo công văn' }, texts: { annexes: { late: { before: '' } } } },
    { version: 1 },
  ]);
  expect(await versions('en')).toHaveLength(1);

  const report = await made(world, 'lan');
  expect(report.templateVersion).toBe(2);
  const said = [
    'Bộ Tư pháp'.toLocaleUpperCase('vi'),
    'Hà Nội, ngày',
    'Kính gửi:',
    '- Ủy ban Pháp luật',
    // Braces and markup that came with a fact, or were typed as text, are print and nothing else.
    '<b>5</b> =SUM(A1) ${x} Danh mục {{share}} ban đầu',
    'đã đơn giản hóa 0 thủ tục',
    'Kính trình xem xét.',
    'theo mẫu phiên bản 2',
    'Nơi nhận:',
    'Lưu: VT, KSTT',
    'THỨ TRƯỞNG',
    'Nguyễn Văn A',
    'BẢNG MỘT',
    'Tỷ lệ 0,00 %.',
    'Hết bảng một.',
  ];
  const word = textOf(await xmlOf(await fileOf(world, report, 'docx')))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  for (const one of said) expect(word).toContain(one);
  const pdf = await wordsOfPdf(await fileOf(world, report, 'pdf'));
  for (const one of said) expect(pdf.words.replaceAll('\u00a0', ' ')).toContain(one);
  const [cover] = await readXlsx(await fileOf(world, report, 'xlsx'));
  const lines = cover?.data.flat().join('\n') ?? '';
  for (const one of ['BẢNG MỘT', 'Hết bảng một.', '=SUM(A1) ${x}']) expect(lines).toContain(one);

  expect(await read(world, 'lan', `/reports/${before.id}`)).toEqual(before);
  // An older version can still be asked for by its number, and none that was never entered.
  expect(await made(world, 'lan', { template: 1 })).toMatchObject({ templateVersion: 1 });
  const ask = { id: randomUUID(), programme: world.programme, asAt: today(), template: 3 };
  expect(await world.call('lan', 'POST', '/reports', ask)).toMatchObject({
    status: 404,
    body: { error: { field: 'template' } },
  });
});

test('who entered a version stands in the record', async () => {
  const subject = encodeURIComponent(`report-template/${world.programme}/vi`);
  const { items } = await read(world, 'auditor', '/events?limit=500');
  expect(items.filter((one: Answer['body']) => one.type === 'reportTemplateSaved')).toMatchObject([
    { subject: decodeURIComponent(subject), version: 1 },
  ]);
});
