import { addDays, dayOf } from '@tinhgon/rules/days';
import { weekday } from '@tinhgon/rules/day';
import { describe, expect } from 'vitest';
import { announced, approve, openItem } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

describe('chains and the working calendar', () => {
  test('an administrator draws another version of a chain; a broken one cannot be saved', async ({
    visit,
  }) => {
    const { page } = await visit({ as: 'quan-tri', path: '/catalogue?tab=chains' });
    await page.getByRole('combobox', { name: 'Quy trình' }).selectOption('Luật, trình tự rút gọn');
    await page.getByRole('button', { name: 'Lập phiên bản mới' }).click();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Thêm ngày thẩm định');
    const save = page.getByRole('button', { name: 'Lưu thành phiên bản 2' });
    const appraisal = page.getByRole('group', { name: 'Thẩm định' });
    // The draft goes straight to the answers: nothing leads to the appraisal any more.
    const draft = page.getByRole('group', { name: 'Soạn thảo, lấy ý kiến' });
    await draft.getByRole('combobox', { name: 'Tiếp theo' }).selectOption('Tiếp thu, giải trình');
    await appraisal.getByText('Không đi đến được bước “Thẩm định” từ bước đầu.').waitFor();
    await page.getByRole('list', { name: 'Sơ đồ quy trình' }).getByText('không đi đến được').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await draft.getByRole('combobox', { name: 'Tiếp theo' }).selectOption('Thẩm định');
    await appraisal.getByRole('textbox', { name: 'Số ngày' }).fill('25');
    await page.getByRole('list', { name: 'Sơ đồ quy trình' }).getByText('25 ngày').waitFor();
    await save.click();
    await announced(page, 'Đã lưu.');
    await page.getByText('Thêm ngày thẩm định').waitFor();
    await page
      .getByRole('combobox', { name: 'Phiên bản' })
      .getByText('2 (0 đang chạy)')
      .waitFor({ state: 'attached' });
  });

  test('a check of the administrator’s own stands in the way of a new plan, under its name', async ({
    visit,
  }) => {
    const { page } = await visit({ as: 'quan-tri', path: '/catalogue?tab=chains' });
    await page
      .getByRole('combobox', { name: 'Quy trình' })
      .selectOption('Phương án do Thủ tướng Chính phủ thông qua');
    await page.getByRole('button', { name: 'Lập phiên bản mới' }).click();
    await page.getByRole('button', { name: 'Thêm bước kiểm tra riêng' }).click();
    const fresh = page.getByRole('group', { name: 'Bước mới' });
    await fresh.getByText('Hãy đặt tên bước này bằng tiếng Việt và tiếng Anh.').waitFor();
    await fresh.getByRole('textbox', { name: 'Tên tiếng Anh' }).fill('Opinion of the Steering Committee');
    await fresh.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill('Lấy ý kiến Ban Chỉ đạo');
    const own = page.getByRole('group', { name: 'Lấy ý kiến Ban Chỉ đạo' });
    await own.getByRole('combobox', { name: 'Chức năng' }).selectOption('Vụ Pháp chế');
    await own.getByRole('textbox', { name: 'Số ngày' }).fill('3');
    const save = page.getByRole('button', { name: /^Lưu thành phiên bản/ });
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Theo quy chế của Ban Chỉ đạo');
    // Nothing comes after the approval.
    await own.getByRole('button', { name: 'Chuyển bước Lấy ý kiến Ban Chỉ đạo ra sau' }).click();
    await own.getByText('Bước “Lấy ý kiến Ban Chỉ đạo” không thể đứng ở vị trí này.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await own.getByRole('button', { name: 'Chuyển bước Lấy ý kiến Ban Chỉ đạo lên trước' }).click();
    await page.getByRole('list', { name: 'Sơ đồ quy trình' }).getByText('Lấy ý kiến Ban Chỉ đạo').waitFor();
    await save.click();
    await announced(page, 'Đã lưu.');

    const ministry = await ministryAtWork();
    const { code } = await newPlan(ministry, 1, 'prime-minister');
    await ministry.drafter.does('plan', code, { type: 'submit' });
    await ministry.control.does('plan', code, { type: 'approve' });
    const { page: legal } = await visit({ as: 'btp-phap-che' });
    await openItem(legal, 'plan', code, 'own-plan-prime-minister-lay-y-kien-ban-chi-dao');
    const detail = legal.getByRole('region', { name: 'Việc đang xem' });
    await detail.getByText('Lấy ý kiến Ban Chỉ đạo (bước bổ sung, sau bước 2)').waitFor();
    await legal
      .getByRole('region', { name: 'Việc đang chờ' })
      .getByText('Lấy ý kiến Ban Chỉ đạo')
      .first()
      .waitFor();
    await approve(legal);
    await legal.goto(`/plans/${code}`);
    await legal
      .getByText(/Lấy ý kiến Ban Chỉ đạo/)
      .first()
      .waitFor();
    const { page: english } = await visit({ as: 'btp-soan-thao', path: `/plans/${code}?lang=en` });
    await english.getByText('Opinion of the Steering Committee').first().waitFor();
  });

  test('a day off is entered with a preview, and the deadlines it moves are set anew', async ({ visit }) => {
    const { page } = await visit({ as: 'quan-tri', path: '/catalogue?tab=calendar' });
    const [year, month, day] = nextWeekday(dayOf(new Date().toISOString())).split('-');
    await page.getByRole('combobox', { name: 'Năm' }).selectOption(year ?? '');
    await page.getByRole('button', { name: 'Sửa lịch' }).click();
    await page.getByRole('textbox', { name: 'Thêm ngày' }).fill(`${day}/${month}/${year}`);
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Nghỉ bù theo thông báo');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('ngày thường → nghỉ lễ').waitFor();
    await page.getByText(/Đã xem \d+ phương án và văn bản đang mở/).waitFor();
    await page.getByRole('button', { name: /^Lưu thành phiên bản/ }).click();
    await announced(page, 'Đã lưu.');
    await page.getByRole('button', { name: /^Đặt lại \d+/ }).click();
    await page.waitForURL(/\/operations\//);
    // Nothing is left that goes by the earlier calendar.
    await expect
      .poll(
        async () => {
          await page.goto('/catalogue?tab=calendar');
          await page.getByRole('button', { name: 'Sửa lịch' }).waitFor();
          return page.getByText('còn thời hạn tính theo lịch cũ').count();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(0);
  });
});

/** The first weekday from tomorrow on: any clock of working days that is running now goes over it. */
function nextWeekday(today: string): string {
  let day = addDays(today, 1);
  while (weekday(day) === 0 || weekday(day) === 6) day = addDays(day, 1);
  return day;
}
