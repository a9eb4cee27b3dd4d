import { randomUUID } from 'node:crypto';
import { addDays } from '@tinhgon/rules/day';
import { expect } from 'vitest';
import { findableProcedure, withoutAccents } from '../src/baseline-procedure.ts';
import { announced, approve, checkAnswers, fillDay, openItem, sign, submit } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { heroNumber, waitForHeroNumber } from '../src/progress.ts';
import { documentAt, ministryAtWork, today, written } from '../src/scenario.ts';
import { until } from '../src/until.ts';

test('three people and a minister take a plan from its first words to a counted procedure', async ({
  visit,
}) => {
  const ministry = await ministryAtWork();
  const procedure = await findableProcedure(ministry.office);
  const mark = randomUUID().slice(0, 8);
  const name = `Đơn giản hóa ${procedure.name.vi.toLowerCase()} ${mark}`;
  const title = `Thông tư sửa đổi, bổ sung quy định về ${procedure.name.vi.toLowerCase()} ${mark}`;
  const day = written(today());

  // The drafter begins; what is missing is said beside the fields and above them.
  const { page: drafter, complaints } = await visit({ as: 'btp-soan-thao', path: '/plans' });
  await drafter.getByRole('link', { name: 'Lập phương án' }).click();
  await drafter.getByRole('heading', { level: 1, name: 'Lập phương án' }).waitFor();
  await drafter.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const summary = drafter.getByRole('alert').filter({ hasText: 'Chưa gửi được' });
  await summary.getByRole('link', { name: 'Tên phương án' }).click();
  const nameField = drafter.getByRole('textbox', { name: 'Tên phương án' });
  expect(await nameField.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await drafter.keyboard.type(name);
  await drafter.getByRole('textbox', { name: 'Đơn vị phụ trách' }).fill('Cục Hành chính tư pháp');
  await fillDay(drafter, 'Hạn rà soát', written(addDays(today(), 20)));
  await fillDay(drafter, 'Hạn hoàn thành', written(addDays(today(), 200)));

  // Procedures are found without accents.
  await drafter
    .getByRole('searchbox', { name: 'Tìm thủ tục để thêm' })
    .fill(withoutAccents(procedure.name.vi));
  await drafter
    .getByRole('listitem')
    .filter({ hasText: procedure.code })
    .getByRole('button', { name: /^Thêm/ })
    .click();
  const measure = drafter.getByRole('region', { name: procedure.name.vi });
  await measure.getByRole('combobox', { name: 'Biện pháp chính' }).selectOption('Cắt giảm thành phần hồ sơ');
  const current = measure.getByRole('group', { name: 'Hiện hành' });
  const proposed = measure.getByRole('group', { name: 'Đề xuất' });
  for (const [side, days] of [
    [current, '15'],
    [proposed, '7'],
  ] as const) {
    await side.getByRole('textbox', { name: 'Thời hạn (ngày)' }).fill(days);
  }
  await current.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await current
    .getByRole('textbox', { name: /^Giấy tờ \d/ })
    .last()
    .fill('Bản sao sổ hộ khẩu');
  await measure.getByRole('button', { name: 'Lập văn bản mới' }).click();
  const document = drafter.getByRole('dialog', { name: 'Lập văn bản mới' });
  await document.getByRole('textbox', { name: 'Tên văn bản' }).fill(title);
  const saved = drafter.waitForResponse(
    (response) =>
      response.url().includes('drafts.save') && (response.request().postData()?.includes(title) ?? false),
  );
  await document.getByRole('button', { name: 'Lập văn bản', exact: true }).click();
  await document.waitFor({ state: 'hidden' });

  // Nothing typed is lost with the tab.
  await saved;
  await drafter.getByRole('status').getByText('Đã lưu nháp lúc').waitFor();
  await drafter.reload();
  await drafter.getByText('Đã mở lại bản nháp').waitFor();
  await drafter.getByText(title).first().waitFor();
  expect(await nameField.inputValue()).toBe(name);

  await drafter.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await drafter.getByRole('heading', { name: 'Kiểm tra trước khi gửi' }).waitFor();
  await drafter.getByRole('button', { name: 'Thay đổi Tên phương án' }).click();
  expect(await nameField.inputValue()).toBe(name);
  await drafter.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await drafter.getByRole('button', { name: 'Lập phương án' }).click();
  await drafter.getByRole('heading', { level: 1, name }).waitFor();
  const code = decodeURIComponent(new URL(drafter.url()).pathname.split('/').at(-1) ?? '');
  await submit(drafter);

  // Quality check: claimed, looked through, signed over the page that shows the answers again.
  const { page: control } = await visit({ as: 'btp-kiem-soat', path: '/inbox' });
  const queue = control.getByRole('region', { name: 'Việc đang chờ' });
  await queue.getByRole('button', { name }).click();
  await control.getByRole('button', { name: 'Nhận việc' }).click();
  await announced(control, 'Bạn đã nhận việc này.');
  await checkAnswers(control);
  await control.getByRole('button', { name: 'Thay đổi Văn bản' }).click();
  await approve(control);

  const { page: leader } = await visit({ as: 'btp-lanh-dao' });
  await openItem(leader, 'plan', code, 'plan-approval');
  await checkAnswers(leader);
  await leader.getByRole('textbox', { name: 'Số quyết định (không bắt buộc)' }).fill(`${mark}/QĐ-BTP`);
  await sign(leader);
  await announced(leader, /^Đã ký:/);

  // The document follows by itself: drafted, appraised, answered.
  const [linked] = (await ministry.drafter.plan(code)).documents;
  const documentCode = linked?.code ?? '';
  await documentAt(ministry.drafter, documentCode, 'draft');
  await drafter.goto(`/documents/${documentCode}/edit`);
  await drafter.getByRole('textbox', { name: 'Đánh giá tác động' }).fill('Giảm một giấy tờ và tám ngày.');
  await drafter.getByRole('button', { name: 'Lưu văn bản' }).click();
  await drafter.getByText('Giảm một giấy tờ và tám ngày.').waitFor();
  await drafter.getByRole('button', { name: 'Hỏi ý kiến' }).click();
  const asking = drafter.getByRole('dialog', { name: 'Hỏi ý kiến về dự thảo' });
  await asking.getByRole('combobox', { name: 'Cơ quan, địa phương được hỏi' }).fill('Bộ Công an');
  await drafter.getByRole('option', { name: 'Bộ Công an' }).click();
  await drafter.keyboard.press('Escape');
  await fillDay(drafter, 'Hạn trả lời', written(addDays(today(), 10)));
  await asking.getByRole('button', { name: 'Hỏi ý kiến' }).click();
  await announced(drafter, 'Đã ghi.');
  await submit(drafter);
  const { page: legal } = await visit({ as: 'btp-phap-che' });
  await openItem(legal, 'document', documentCode, 'appraisal');
  await approve(legal);
  await openItem(drafter, 'document', documentCode, 'respond');
  await submit(drafter, 'Đã tiếp thu.');

  await openItem(leader, 'document', documentCode, 'promulgate');
  await leader.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill(`${mark}/TT-BTP`);
  await leader.getByRole('button', { name: 'Kiểm tra rồi ghi' }).click();
  await leader.getByText('Hãy điền mục này.').first().waitFor();
  await fillDay(leader, 'Ngày ký', day);
  await fillDay(leader, 'Ngày có hiệu lực', day);
  await leader.getByRole('button', { name: 'Kiểm tra rồi ghi' }).click();
  await leader.getByRole('button', { name: 'Ghi', exact: true }).click();
  await announced(leader, 'Đã ghi bằng chứng.');
  await ministry.drafter.does('document', documentCode, { type: 'submit' });
  await openItem(leader, 'document', documentCode, 'sign-announcement');
  await leader.getByRole('textbox', { name: 'Số quyết định công bố' }).fill(`${mark}/QĐCB-BTP`);
  await fillDay(leader, 'Ngày ký', day);
  await leader.getByRole('button', { name: 'Kiểm tra rồi ghi' }).click();
  await leader.getByRole('button', { name: 'Ghi', exact: true }).click();
  await announced(leader, 'Đã ghi bằng chứng.');

  // The last evidence is recorded while a supervisor looks at the number.
  const { page: supervisor } = await visit({ as: 'giam-sat' });
  const before = Number((await heroNumber(supervisor)).replaceAll('.', ''));
  await openItem(control, 'document', documentCode, 'national-database');
  await control.getByRole('textbox', { name: 'Mã tham chiếu trong CSDL' }).fill(`CSDL-${mark}`);
  await fillDay(control, 'Ngày cập nhật', day);
  await control.getByRole('button', { name: 'Kiểm tra rồi ghi' }).click();
  await control.getByRole('button', { name: 'Ghi', exact: true }).click();
  await waitForHeroNumber(supervisor, before + 1);
  await announced(control, 'Đã ghi bằng chứng.');

  // Behind the number stands the procedure, behind the procedure its evidence.
  await supervisor.getByRole('link', { name: /mở danh sách$/ }).click();
  await supervisor.getByRole('searchbox', { name: 'Tìm theo mã hoặc tên' }).fill(procedure.code);
  await supervisor.waitForURL(/q=/);
  await supervisor.getByRole('rowheader').getByRole('link', { name: procedure.name.vi, exact: true }).click();
  await supervisor.getByText(`Đã đơn giản hóa, được tính từ ${day}`).waitFor();
  for (const number of [`${mark}/TT-BTP`, `${mark}/QĐCB-BTP`, `CSDL-${mark}`]) {
    await supervisor.getByText(number).first().waitFor();
  }

  await openItem(control, 'document', documentCode, 'public-display');
  await fillDay(control, 'Ngày công khai', day);
  await control.getByRole('button', { name: 'Kiểm tra rồi ghi' }).click();
  await control.getByRole('button', { name: 'Ghi', exact: true }).click();
  await announced(control, 'Đã ghi bằng chứng.');
  await until('the end of the plan', async () =>
    (await ministry.drafter.plan(code)).phase === 'done' ? true : null,
  );
  await drafter.goto(`/plans/${code}`);
  await drafter.getByText('Hoàn thành: mọi thủ tục đã có đủ bằng chứng').waitFor();
  expect(complaints).toEqual([]);
});
