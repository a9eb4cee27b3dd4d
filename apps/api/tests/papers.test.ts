import { saveAgency } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/actor';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { expect, afterAll, beforeAll, describe, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import {
  announce,
  approvePlan,
  carryOut,
  codeOf,
  promulgate,
  read,
  startDocument,
  startPlan,
  today,
  upload,
} from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
let plan: string;
let document: string;
beforeAll(async () => {
  world = await openWorld();
  const consultations = [
    { agency: 'Bộ Tài chính', askedOn: '2026-03-05' },
    { agency: 'Bộ Nội vụ', askedOn: '2026-03-05' },
  ];
  document = await startDocument(world, {
    title: 'Sửa đổi quy định về hộ tịch & căn cước',
    summary: 'Bỏ giấy tờ đã có trong dữ liệu.',
    articles: ['Điều 5', 'khoản 2 Điều 9'],
    consultations,
    plannedInForceOn: '2027-01-05',
  });
  const content = (papers: string[], days: number) => ({
    papers: papers.map((name) => ({ name })),
    timeLimit: { days, unit: 'working' },
    feeDong: 50_000,
  });
  const { body } = await world.call('lan', 'POST', '/plans', {
    programme: world.programme,
    year: 2026,
    leadAgency: world.home,
    name: 'Đơn giản hóa thủ tục hộ tịch',
    unit: 'Cục Hộ tịch',
    grounds: 'Nghị quyết số 66/NQ-CP.\nKết quả rà soát năm 2025.',
    measures: [
      {
        procedureCode: '1.001',
        measure: 'cut-papers',
        current: content(['Tờ khai', 'Giấy khai sinh'], 15),
        proposed: content(['Tờ khai'], 10),
        documents: [codeOf(document)],
      },
      { procedureCode: '1.002', measure: 'abolish', documents: [codeOf(document)] },
    ],
  });
  plan = `/plans/${body.code}`;
});
afterAll(() => world?.stop());

/** A paper's text, a line for each paragraph, and its document part as it is. */
async function paper(player: Player, path: string) {
  const response = await fetch(`${world.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${await world.token(player)}` },
  });
  if (response.status !== 200)
    return { status: response.status, text: '', xml: '', headers: response.headers };
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()));
  let xml = '';
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) xml += String(piece);
  }
  const text = xml
    .replaceAll(/<\/w:p>|<w:br\/>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
  return { status: 200, text, xml, headers: response.headers };
}

describe('Tờ trình', () => {
  test('carries an annex of cost, the same as the rules reckon it', async () => {
    const fee = (dong: number) => ({ key: 'PHI', kind: 'fee', name: 'Lệ phí', amount: { by: 'dong', dong } });
    const side = (dong: number) => ({ lines: [fee(dong)], timesAYear: 2, subjectsAYear: 1_000 });
    const cost = {
      current: side(150_000),
      proposed: side(100_000),
      reestimated: { lines: [], times: false, subjects: false },
    };
    const { body } = await world.call('lan', 'POST', '/plans', {
      programme: world.programme,
      year: 2026,
      leadAgency: world.home,
      name: 'Có bảng chi phí',
      measures: [
        { procedureCode: '1.001', measure: 'cut-papers', cost },
        { procedureCode: '1.002', measure: 'abolish' },
      ],
    });
    const { text } = await paper('lan', `/plans/${body.code}/papers/submission.docx`);
    for (const words of [
      'tiết kiệm 100.000.000\u00a0đồng chi phí tuân thủ mỗi năm (33,33\u00a0%)',
      'Phụ lục II',
      'CHI PHÍ TUÂN THỦ THỦ TỤC HÀNH CHÍNH',
      '1 trong 2 thủ tục có bảng chi phí. Chưa tính vì chưa có bảng chi phí: 1.002.',
      '300.000.000',
      '200.000.000',
      '33,33\u00a0%',
      '- Phí, lệ phí: Lệ phí: 150.000\u00a0đồng',
      '- 2 lần mỗi năm × 1.000 đối tượng mỗi năm',
      'Một lần: 150.000\u00a0đồng',
      'Một năm: 200.000.000\u00a0đồng',
    ])
      expect(text).toContain(words);
  });

  test('says what the plan says, with dots and brackets where nothing is recorded', async () => {
    const { text, xml, headers } = await paper('lan', `${plan}/papers/submission.docx`);
    const code = codeOf(plan);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="To trinh ${code}.docx"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20${code}.docx`,
    );
    for (const words of [
      `BỘ ${world.home.toUpperCase()}`,
      'CỤC HỘ TỊCH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Số: ……/TTr-${world.home}`,
      '……, ngày …… tháng …… năm ……',
      'Về việc thông qua phương án “Đơn giản hóa thủ tục hộ tịch”',
      `Kính gửi: Bộ trưởng Bộ ${world.home}`,
      'Kết quả rà soát năm 2025.',
      'gồm 02 thủ tục hành chính; khi thực hiện sẽ cắt giảm 01 giấy tờ, rút ngắn 05 ngày.',
      '[chỉ tiêu: chưa ghi]',
      'Sửa đổi quy định về hộ tịch & căn cước',
      'CỤC TRƯỞNG',
      'Nơi nhận:',
      '1. Thủ tục 1.001 (1.001)',
      '- Giấy khai sinh (01 bản chính)',
      '15 ngày làm việc',
      '10 ngày làm việc',
      '50.000 đồng',
      '[nội dung hiện hành: chưa ghi]',
      'Bãi bỏ',
    ]) {
      expect(text).toContain(words);
    }
    // A4; 20, 20, 30 and 15 mm.
    const page = /<w:pgSz [^>]*>|$/.exec(xml)?.[0] ?? '';
    expect(page).toContain('w:w="11906" w:h="16838"');
    const margins = /<w:pgMar [^>]*>|$/.exec(xml)?.[0] ?? '';
    expect(margins).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  });

  test('is not for those to whom the plan does not exist', async () => {
    expect((await paper('stranger', `${plan}/papers/submission.docx`)).status).toBe(404);
    expect((await paper('auditor', `${plan}/papers/submission.docx`)).status).toBe(200);
  });

  test('is dated by the day it was submitted, and the letter and decision follow the record', async () => {
    const path = `${document}/papers`;
    expect((await paper('stranger', `${path}/consultation-notice.docx`)).status).toBe(404);
    const letter = await paper('lan', `${path}/consultation-notice.docx`);
    for (const words of [
      'V/v lấy ý kiến đối với dự thảo Thông tư “Sửa đổi quy định về hộ tịch & căn cước”',
      '- Bộ Tài chính;',
      '- Bộ Nội vụ.',
      'ngày 05 tháng 3 năm 2026',
      'Điều 5; khoản 2 Điều 9',
    ]) {
      expect(letter.text).toContain(words);
    }
    // What was typed as text stays readable; how long an answer was waited for is not known.
    expect(letter.text).toContain('chậm nhất ngày …… tháng …… năm ……');
    await approvePlan(world, plan);
    const [year, month, day] = today().split('-').map(Number);
    const submitted = await paper('lan', `${plan}/papers/submission.docx`);
    expect(submitted.text).toContain(`năm ${year}`);
    expect(submitted.text).toMatch(new RegExp(`ngày 0?${day} tháng 0?${month} năm ${year}`));

    await promulgate(world, document);
    const draft = await paper('lan', `${path}/announcement-decision.docx`);
    for (const words of [
      `Số: ……/QĐ-${world.home}`,
      'công bố thủ tục hành chính được sửa đổi, bổ sung; bị bãi bỏ trong lĩnh vực',
      'Thông tư số 12/2026/TT',
      'Công bố kèm theo Quyết định này 02 thủ tục hành chính, gồm 01 thủ tục được sửa đổi, bổ sung, 01 thủ tục bị bãi bỏ',
      '1. Danh mục thủ tục hành chính được sửa đổi, bổ sung',
      '2. Danh mục thủ tục hành chính bị bãi bỏ',
      '[lĩnh vực: chưa ghi]',
      '10 ngày làm việc',
      '[Ký, ghi rõ họ tên]',
    ]) {
      expect(draft.text).toContain(words);
    }
    expect(draft.text).not.toContain('15 ngày làm việc');
    await announce(world, document, ['1.001', '1.002']);
    const { body } = await world.call('lan', 'GET', document);
    const { id } = body.evidence.find(({ kind }: { kind: string }) => kind === 'announcement');
    const signed = await paper('lan', `${path}/announcement-decision.docx?part=${id}`);
    expect(signed.text).toContain('Số: 34/QĐ');
    expect(signed.text).toContain('Người minh');
    expect(signed.headers.get('content-disposition')).toContain('filename="Quyet dinh cong bo 34-QD.docx"');
    // What somebody entered from a file, they have not signed.
    const past = uniqueCode('TT-CU');
    const about = {
      type: 'circular',
      title: 'Thông tư cũ',
      programme: world.programme,
      leadAgency: world.home,
    };
    const signing = { number: '1/2024/TT', signedOn: '2024-01-05', inForceOn: '2024-02-01' };
    const entry = { databaseReference: 'CSDL-9', enteredOn: '2024-02-06' };
    const decided = { announcementNumber: '9/QĐ', announcedOn: '2024-02-05', ...entry };
    const row = { documentCode: past, procedureCode: '1.005', measure: 'amend', ...decided };
    expect((await upload(world, 'documents', [{ code: past, ...about, ...signing }])).status).toBe(200);
    expect((await upload(world, 'evidence', [row])).body).toMatchObject({ problems: [] });
    const imported = (await world.call('lan', 'GET', `/documents/${past}`)).body.evidence;
    const entered = imported.find(({ kind }: { kind: string }) => kind === 'announcement');
    const old = await paper('lan', `/documents/${past}/papers/announcement-decision.docx?part=${entered.id}`);
    expect(old.text).toContain('Số: 9/QĐ');
    expect(old.text).toContain('[Ký, ghi rõ họ tên]');
    expect(old.text).not.toContain('Người office');

    const none = await world.call('lan', 'GET', `${path}/announcement-decision.docx?part=E99`);
    expect([none.status, none.body.error]).toMatchObject([422, { code: 'UNKNOWN_EVIDENCE', field: 'part' }]);
  });
});

describe('Công văn lấy ý kiến', () => {
  test('goes to all that were asked together, to one alone, or to a list when they are many', async () => {
    const provinces = Array.from({ length: 12 }, (_, index) => ({
      code: `T-${index}`,
      nameVi: `Ủy ban nhân dân tỉnh Số ${index}`,
      nameEn: null,
      parent: null,
      from: '2008-08-01',
      to: null,
      successor: null,
    }));
    const stamp = { actor: SYSTEM, now: new Date().toISOString() };
    for (const province of provinces) {
      await saveAgency(world.database.db, { ...province, kind: 'province' }, stamp);
    }
    const consulted = await startDocument(world);
    const { body } = await startPlan(world, 'lan', [{ procedureCode: '1.003' }], consulted);
    await approvePlan(world, `/plans/${body.code}`);
    await expect
      .poll(async () => (await read(world, 'lan', consulted)).phase, { timeout: 10_000 })
      .toBe('drafting');
    const ask = { type: 'askConsultation', public: false, by: '2030-02-05' };
    await carryOut(world, consulted, [
      ['lan', { ...ask, agencies: ['T-0', 'T-1'], public: true, note: 'Điều 5 về phí' }],
      ['lan', { ...ask, agencies: [world.elsewhere], by: '2030-03-20' }],
    ]);
    const path = `${consulted}/papers/consultation-notice.docx`;

    const last = await paper('lan', path);
    expect(last.text).toContain(`Kính gửi: Bộ ${world.elsewhere}`);
    expect(last.text).toContain('chậm nhất ngày 20 tháng 3 năm 2030');
    expect(last.text).not.toContain('Nhân dân');

    const first = await paper('lan', `${path}?asked=2`);
    for (const words of [
      '- Ủy ban nhân dân tỉnh Số 0;',
      '- Ủy ban nhân dân tỉnh Số 1.',
      'chậm nhất ngày 05 tháng 02 năm 2030',
      'Nội dung đề nghị tập trung cho ý kiến: Điều 5 về phí',
      'Dự thảo đồng thời được lấy ý kiến Nhân dân.',
    ]) {
      expect(first.text).toContain(words);
    }
    expect(first.text).not.toContain(`Bộ ${world.elsewhere}\n`);
    const alone = await paper('lan', `${path}?asked=2&alone=true`);
    expect(alone.text).toContain('Kính gửi: Ủy ban nhân dân tỉnh Số 1');
    expect(alone.text).not.toContain('tỉnh Số 0');
    // The public gets no letter; nobody was asked under another number.
    for (const asked of ['3', '99']) {
      const none = await world.call('lan', 'GET', `${path}?asked=${asked}`);
      expect([none.status, none.body.error]).toMatchObject([404, { code: 'NOT_FOUND', field: 'asked' }]);
    }

    const rest = provinces.map(({ code }) => code).slice(2);
    await carryOut(world, consulted, [['lan', { ...ask, agencies: rest, by: '2030-04-20' }]]);
    const many = await paper('lan', path);
    expect(many.text).toContain('Kính gửi: 10 cơ quan có tên trong danh sách kèm theo');
    expect(many.text).toContain('10. Ủy ban nhân dân tỉnh Số 11');
  });
});
