import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '@tinhgon/rules/day';
import { approvePlan, carryOut, give, promulgate, read, startDocument, startPlan, today } from './acting.ts';
import { fileOf as fileIn, made as madeIn, textOf, wordsOfPdf, xmlOf } from './report-files.ts';
import { type Answer, openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const made = (player: Player, change?: object) => madeIn(world, player, change);
const fileOf = (report: Answer['body'], format: string, annex?: string) =>
  fileIn(world, report, format, annex);

const rowsOf = (csv: Buffer): Record<string, string>[] => parse(csv, { bom: true, columns: true });

async function raise(what: string): Promise<string> {
  const { status, body } = await world.call('lan', 'POST', '/bottlenecks', {
    on: { kind: 'procedure', code: world.procedures[1] },
    what,
    cause: 'data',
    responsible: world.elsewhere,
    answerBy: addDays(today(), 14),
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return `/bottlenecks/${body.code}`;
}

const answer = (path: string, text: string) => give(world, 'stranger', path, { type: 'answer', text });

/** One procedure of five counts, one document is owed, one bottleneck is answered. */
async function furnish(): Promise<void> {
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Danh mục ban đầu',
    decision: { number: '1085/QĐ-TTg', signedOn: '2021-09-15' },
    members: { all: world.procedures },
  });
  const document = await startDocument(world);
  const side = (dong: number) => ({
    lines: [{ key: 'PHI', kind: 'fee', name: 'Lệ phí', amount: { by: 'dong', dong } }],
    timesAYear: 1,
    subjectsAYear: 1_234,
  });
  const cost = {
    current: side(150_001),
    proposed: side(100_000),
    reestimated: { lines: [], times: false, subjects: false },
  };
  const measures = [{ procedureCode: world.procedures[0], cost }];
  const { body } = await startPlan(world, 'lan', measures as never, document);
  await approvePlan(world, `/plans/${body.code}`);
  await promulgate(world, document);
  const covered = [world.procedures[0] ?? ''];
  await carryOut(world, document, [
    ['lan', { type: 'submit' }],
    [
      'minh',
      { type: 'recordAnnouncement', decisionNumber: '34/QĐ', signedOn: today(), procedureCodes: covered },
    ],
    [
      'duc',
      { type: 'recordDatabaseEntry', reference: '=CSDL-1', enteredOn: today(), procedureCodes: covered },
    ],
  ]);
  await startDocument(world, { plannedSigningOn: '2025-01-01' });
  await answer(await raise('Chưa kết nối dữ liệu'), '=Đã kết nối');
}

describe('a report', () => {
  test('says in every format what the screen says, and keeps its files with their hashes', async () => {
    await furnish();
    const report = await made('lan');
    const totals = await read(world, 'lan', `/programmes/${world.programme}/totals`);
    expect(totals).toMatchObject({ simplified: 1, baseline: { count: 5 }, sharePercent: 20 });
    expect(report).toMatchObject({ simplified: 1, baseline: 5, sharePercent: 20, done: report.total });
    expect(report.files.map((file: Answer['body']) => [file.format, file.annex])).toEqual([
      ['csv', 'bottlenecks'],
      ['csv', 'cost'],
      ['csv', 'late'],
      ['csv', 'ministries'],
      ['csv', 'procedures'],
      ['csv', null],
      ['docx', null],
      ['pdf', null],
      ['xlsx', null],
    ]);
    const day = today().split('-').toReversed().join('/');
    const sentence = `Tính đến ${day} đã đơn giản hóa 1 thủ tục, đạt 20 % chương trình.`;

    const ministries = rowsOf(await fileOf(report, 'csv', 'ministries'));
    const sum = (rows: Record<string, string>[], column: string) =>
      rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
    expect(ministries.at(-1)).toMatchObject({ 'Bộ, cơ quan': 'Cộng', 'Số gốc': '5', 'Đã đơn giản hóa': '1' });
    expect([sum(ministries, 'Số gốc'), sum(ministries, 'Đã đơn giản hóa')]).toEqual([5, 1]);
    const procedures = rowsOf(await fileOf(report, 'csv', 'procedures'));
    expect(procedures).toMatchObject([{ 'Mã thủ tục': world.procedures[0], 'Tính từ ngày': day }]);
    // Nothing typed by anybody is a formula when the file is opened.
    expect(procedures[0]?.['Cập nhật CSDL quốc gia']).toMatch(/^'=CSDL-1/);

    expect(rowsOf(await fileOf(report, 'csv', 'bottlenecks'))).toMatchObject([
      {
        'Nội dung vướng mắc': 'Chưa kết nối dữ liệu',
        'Trạng thái': 'đã trả lời, chờ chấp nhận',
        'Trả lời': "'=Đã kết nối",
      },
    ]);

    const cost = await read(world, 'lan', `/programmes/${world.programme}/cost`);
    expect(cost.counted).toMatchObject({ procedures: 1, sheets: 1, saving: 61_701_234, percent: 33.33 });
    const costs = rowsOf(await fileOf(report, 'csv', 'cost'));
    expect(costs.at(-1)).toMatchObject({
      'Bộ, cơ quan': 'Cộng',
      'Có bảng chi phí': String(cost.counted.sheets),
      'Chi phí hiện hành': String(cost.counted.current),
      'Chi phí theo đề xuất': String(cost.counted.proposed),
      'Tiết kiệm': String(cost.counted.saving),
      'Tỷ lệ tiết kiệm': String(cost.counted.percent),
      'Cắt giảm thực chất': String(cost.counted.real),
      'Tính lại': String(cost.counted.estimate),
    });
    for (const column of ['Chi phí hiện hành', 'Tiết kiệm', 'Cắt giảm thực chất', 'Tính lại'])
      expect(sum(costs, column), column).toBe(Number(costs.at(-1)?.[column]));

    const sheets = await readXlsx(await fileOf(report, 'xlsx'));
    expect(sheets).toHaveLength(6);
    expect(sheets[0]?.data.flat().join(' ').replaceAll('\u00a0', ' ')).toContain(sentence);
    expect(sheets[1]?.data.at(-1)).toMatchObject([null, 'Cộng', 5, 1, 0.2, 1, 1, 0]);
    expect(sheets[2]?.data).toHaveLength(2);
    const { current, proposed, saving, real, estimate } = cost.counted;
    expect(sheets[5]?.data.at(-1)).toMatchObject([
      null,
      'Cộng',
      1,
      1,
      current,
      proposed,
      saving,
      0.3333,
      real,
      estimate,
    ]);

    const xml = await xmlOf(await fileOf(report, 'docx'));
    const text = textOf(xml);
    expect(text).toContain(sentence);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('CHI PHÍ TUÂN THỦ');
    expect(text).toContain(saving.toLocaleString('vi-VN'));
    // The headings of each table are marked and come again on every page.
    expect(xml.split('<w:tblHeader').length - 1).toBeGreaterThanOrEqual(2);

    const pdf = await wordsOfPdf(await fileOf(report, 'pdf'));
    expect(pdf.words).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(pdf.words).toContain('đã đơn giản hóa 1 thủ tục');
    expect(pdf.words).toContain(world.procedures[0]);
    expect(pdf.words).toContain(saving.toLocaleString('vi-VN'));
    expect(pdf.markInfo).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    expect(pdf.metadata.info).toMatchObject({ Language: 'vi-VN' });
  });

  test('is the same for the same two days, whatever was recorded since; in English too', async () => {
    const open = await raise('Chưa có hướng dẫn');
    const before = new Date().toISOString();
    const first = await made('auditor', { knownAt: before, language: 'en' });
    // Answered after that moment, and given to another agency with another day.
    expect((await answer(open, 'Có rồi')).status).toBe(200);
    const elsewhere = { responsible: world.home, answerBy: addDays(today(), 3), reason: 'Đúng việc' };
    expect((await give(world, 'office', open, { type: 'reassign', ...elsewhere })).status).toBe(200);
    const again = await made('stranger', { knownAt: before, language: 'en' });
    // To the byte, in every format, at another moment and for another person.
    expect(again.files).toEqual(first.files);
    expect(first.files).toHaveLength(9);
    expect(rowsOf(await fileOf(first, 'csv', 'bottlenecks'))).toMatchObject([
      { Bottleneck: 'Chưa kết nối dữ liệu', State: 'answered, to be accepted', Answer: "'=Đã kết nối" },
      { Bottleneck: 'Chưa có hướng dẫn', State: 'waiting for an answer', Answer: '' },
    ]);
    const text = textOf(await xmlOf(await fileOf(first, 'docx')));
    expect(text).toContain('SOCIALIST REPUBLIC OF VIET NAM');
    expect(text).not.toContain('CỘNG HÒA');
    const notes = parse(await fileOf(first, 'csv'), { bom: true }) as string[][];
    expect(notes).toContainEqual(['Annex III', 'Annex III. DOCUMENTS PAST THEIR PLANNED SIGNING']);
    expect(text).toContain('1 procedure had been simplified, 20% of the programme');
    const past = await made('lan', { asAt: '2022-01-01' });
    expect(past).toMatchObject({ simplified: 0, baseline: 5, sharePercent: 0 });
    expect(parse(await fileOf(past, 'csv', 'procedures'), { bom: true })).toHaveLength(1);
    expect(parse(await fileOf(past, 'csv', 'bottlenecks'), { bom: true })).toHaveLength(1);
  });

  test('asked for twice is one; of another it is refused, and signed out nobody gets its files', async () => {
    const ask = { id: randomUUID(), programme: world.programme, asAt: today() };
    expect(await world.call('lan', 'POST', '/reports', ask)).toMatchObject({ status: 201 });
    expect(await world.call('lan', 'POST', '/reports', ask)).toMatchObject({ status: 201 });
    expect(await world.call('duc', 'POST', '/reports', ask)).toMatchObject({
      body: { error: { code: 'COMMAND_ID_REUSED', field: 'id' } },
    });
    const otherMoment = { ...ask, knownAt: '2020-01-01T00:00:00.000Z' };
    expect(await world.call('lan', 'POST', '/reports', otherMoment)).toMatchObject({
      body: { error: { code: 'COMMAND_ID_REUSED', field: 'id' } },
    });
    const unknown = { ...ask, id: randomUUID(), programme: 'KHONG-CO' };
    expect(await world.call('lan', 'POST', '/reports', unknown)).toMatchObject({
      status: 404,
      body: { error: { field: 'programme' } },
    });
    const { items } = await read(world, 'stranger', '/reports?limit=100');
    expect(items.filter((one: Answer['body']) => one.id === ask.id)).toHaveLength(1);
    const [whole] = items.filter((one: Answer['body']) => one.state === 'done');
    const path = `/reports/${whole.id}/files/${whole.files[0].name}`;
    expect((await world.call(null, 'GET', path)).status).toBe(401);
    expect((await world.call('lan', 'GET', `/reports/${whole.id}/files/khac.docx`)).status).toBe(404);
  });
});
