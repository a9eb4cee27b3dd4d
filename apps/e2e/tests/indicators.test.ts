import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

describe('indicators', () => {
  test('the published figures stand with their source; a supervisor reads and cannot change them', async ({
    visit,
  }) => {
    const { page, complaints } = await visit({ as: 'giam-sat', path: '/?asAt=2024-12-31' });
    await page.getByRole('link', { name: 'Chỉ tiêu', exact: true }).click();
    const table = page.getByRole('table', { name: 'Chỉ tiêu' });
    const published = table
      .getByRole('row')
      .filter({ hasText: 'Tỷ lệ hồ sơ trực tuyến' })
      .filter({ hasText: 'Các bộ, cơ quan' });
    await published.getByText('59,57 %').waitFor();
    await published.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Tỷ lệ hồ sơ trực tuyến' }).waitFor();
    await page.getByText('Số liệu công bố về cải cách thủ tục hành chính năm 2024').first().waitFor();
    expect(await page.getByRole('button', { name: 'Nhập số liệu' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('the programme office adds an indicator, enters a figure and its target, and corrects it with a reason', async ({
    visit,
  }) => {
    const code = `ct-${randomUUID().slice(0, 8)}`;
    const { page } = await visit({ as: 'dau-moi', path: '/indicators' });
    await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm chỉ tiêu' });
    await form.getByRole('button', { name: 'Lưu' }).click();
    await expect.poll(() => form.getByText('Hãy điền mục này.').count()).toBe(2);
    await form.getByRole('textbox', { name: 'Mã' }).fill(code);
    await form.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill(`Chỉ tiêu thử ${code}`);
    await form.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');
    await page.getByRole('link', { name: `Chỉ tiêu thử ${code}` }).click();
    await page.getByText('Chưa có số liệu', { exact: true }).waitFor();

    const enter = async (what: string, field: string, amount: string) => {
      await page.getByRole('button', { name: what }).click();
      const dialog = page.getByRole('dialog', { name: what });
      await dialog.getByRole('textbox', { name: 'Năm' }).fill('2024');
      await dialog.getByRole('textbox', { name: field }).fill(amount);
      await dialog.getByRole('textbox', { name: 'Nguồn' }).fill('Báo cáo số 12');
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await enter('Nhập mục tiêu', 'Mục tiêu', '60');
    await enter('Nhập số liệu', 'Số liệu', '58,5');
    const row = page.getByRole('row').filter({ hasText: 'Năm 2024' });
    await row.getByText('58,50 %').waitFor();
    await row.getByText('chưa đạt').waitFor();

    await row.getByRole('button', { name: 'Sửa… năm 2024' }).click();
    const correct = page.getByRole('dialog', { name: 'Sửa số liệu đã ghi' });
    await correct.getByRole('textbox', { name: 'Số liệu' }).fill('61,4');
    await correct.getByRole('button', { name: 'Lưu' }).click();
    await correct.getByText('Hãy điền mục này.').waitFor();
    await correct.getByRole('textbox', { name: 'Lý do' }).fill('Gõ nhầm');
    await correct.getByRole('button', { name: 'Lưu' }).click();
    await correct.waitFor({ state: 'detached' });
    await row.getByText('61,40 %').waitFor();
    await row.getByText('✓ đạt').waitFor();
    await row.getByText('Đã sửa 1 lần').click();
    await row.getByText(/^58,50\s% \(Báo cáo số 12\)/).waitFor();
  });
});

describe('programme tasks', () => {
  test('the published counts stand in one sentence as at their day', async ({ visit }) => {
    const { page, complaints } = await visit({ as: 'giam-sat', path: '/programme-tasks?asAt=2024-06-30' });
    const papers = page.getByRole('listitem');
    await papers
      .filter({ hasText: /cải cách hành chính năm 2024.*30 trên 51 nhiệm vụ đã hoàn thành = 58,82\s%/ })
      .waitFor();
    await page.getByRole('link', { name: /^Nhiệm vụ Chính phủ/ }).click();
    await page.getByText(/^62 trên 65 nhiệm vụ đã hoàn thành/).waitFor();
    await page.getByRole('link', { name: '61 đúng hoặc trước hạn' }).waitFor();
    await page.getByRole('link', { name: '1 hoàn thành trễ hạn' }).waitFor();
    await page.getByRole('link', { name: '3 chưa hoàn thành' }).click();
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(4);
    expect(complaints).toEqual([]);
  });

  test('the programme office adds a task, records it as done, and reads what it said before', async ({
    visit,
  }) => {
    const code = `NV-${randomUUID().slice(0, 8)}`;
    const { page } = await visit({ as: 'dau-moi', path: '/programme-tasks' });
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm nhiệm vụ' });
    await form.getByRole('textbox', { name: 'Mã' }).fill(code);
    await form.getByRole('textbox', { name: 'Nhiệm vụ' }).fill('Rà soát thử');
    await form.getByRole('textbox', { name: 'Văn bản giao' }).fill('Kế hoạch thử');
    await form.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('Bộ Tư pháp');
    await page.getByRole('option', { name: 'Bộ Tư pháp (BTP)' }).click();
    await form.getByRole('textbox', { name: 'Ngày giao' }).fill('15/01/2026');
    await form.getByRole('textbox', { name: 'Hạn' }).fill('01/01/2026');
    await form.getByRole('button', { name: 'Lưu' }).click();
    // What is due before it was given is refused beside its day.
    await form.getByText('Các ngày không theo đúng thứ tự.').waitFor();
    await form.getByRole('textbox', { name: 'Hạn' }).fill('30/06/2026');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');

    await page.getByRole('searchbox', { name: 'Tìm' }).fill(code);
    const row = page.getByRole('table').getByRole('row').filter({ hasText: code });
    await row.getByText('Quá hạn').waitFor();
    await row.getByRole('button', { name: `Ghi hoàn thành ${code}` }).click();
    const finish = page.getByRole('dialog', { name: 'Ghi hoàn thành' });
    await finish.getByRole('textbox', { name: 'Ngày hoàn thành' }).fill('20/06/2026');
    await finish.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');
    await row.getByText('Đúng hoặc trước hạn').waitFor();
    await row.getByRole('button', { name: `Lịch sử ${code}` }).click();
    const history = page.getByRole('dialog', { name: `Lịch sử nhiệm vụ ${code}` });
    await history.getByText('Lần ghi 2').waitFor();
    await history.getByText('Lần ghi 1').waitFor();
  });
});
