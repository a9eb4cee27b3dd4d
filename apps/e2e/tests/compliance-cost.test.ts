import { describe, expect } from 'vitest';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

describe('compliance cost', () => {
  test('is entered beside current and proposed, adds up while it is typed, and is saved with the plan', async ({
    visit,
  }) => {
    const plan = await newPlan(await ministryAtWork());
    const { page } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}/edit` });
    await page.getByRole('button', { name: /^Nhập chi phí tuân thủ/ }).click();
    const cost = page.getByRole('region', { name: /^Chi phí tuân thủ/ });
    const line = (name: RegExp) => cost.getByRole('group', { name });
    // The papers of the content are lines already; one of them is not in the proposal.
    await line(/^Dòng 1: Bản sao giấy khai sinh$/)
      .getByText('đã bỏ')
      .waitFor();
    await cost.getByText('Còn số liệu chưa nhập', { exact: false }).waitFor();

    // What is missing is named at its field.
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Chi phí tuân thủ › Hiện hành › Dòng 1 › Thời gian/ })
      .click();
    const hours = cost.getByRole('textbox', { name: 'Giờ' });
    const minutes = cost.getByRole('textbox', { name: 'Phút' });
    await expect.poll(() => hours.count()).toBe(3);
    await hours.nth(0).fill('3');
    await minutes.nth(1).fill('45');
    await minutes.nth(2).fill('30');
    const times = cost.getByRole('textbox', { name: 'Số lần mỗi năm' });
    const subjects = cost.getByRole('textbox', { name: 'Số đối tượng mỗi năm' });
    for (const side of [0, 1]) {
      await times.nth(side).fill('1');
      await subjects.nth(side).fill('1000');
    }
    // 3 hours and 45 minutes at 48,000 đ now, half an hour as proposed.
    await cost.getByRole('cell', { name: /180\.000.đồng/ }).waitFor();
    await cost.getByText(/156\.000\.000.đồng \(86,66.%\)|156\.000\.000.đồng \(86,67.%\)/).waitFor();
    await cost.getByText('Cách tính').click();
    await cost.getByText(/3 giờ × 48\.000.đồng\/giờ \(THU-NHAP-BQ, bản 2\) = 144\.000.đồng/).waitFor();

    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu phương án' }).click();
    await page.waitForURL(`**/plans/${plan.code}`);
    const table = page.getByRole('table', { name: 'Chi phí tuân thủ' }).first();
    await table.getByRole('cell', { name: '156.000.000' }).first().waitFor();
    await page.getByText('1 trong 1 thủ tục có bảng chi phí.').waitFor();
  });

  test('of the demonstration is added up by what counts and by what is approved, to the same whole', async ({
    visit,
  }) => {
    const { page } = await visit({ as: 'giam-sat', path: '/where-it-stands?part=cost' });
    await page.getByRole('heading', { name: 'Thủ tục đã được tính', exact: true }).waitFor();
    const whole = page.getByRole('region', { name: 'Thủ tục đã được tính', exact: true });
    await whole.getByText(/thủ tục chưa có bảng chi phí nên không nằm trong tổng/).waitFor();
    const saved = (await whole.getByRole('definition').first().innerText()).split(/\s/)[0] ?? '';
    const table = page.getByRole('table', { name: 'Thủ tục đã được tính, theo cơ quan' });
    await table
      .getByRole('row', { name: /^Tất cả cơ quan/ })
      .getByText(saved, { exact: true })
      .waitFor();
    // A line opens the procedure, where its sheet is explained.
    const procedures = page.getByRole('table', { name: 'Thủ tục đã được tính có bảng chi phí' });
    await procedures.getByRole('link').first().click();
    await page.getByText('Theo phương án mà thủ tục được tính.').waitFor();
    await page.getByText('Cách tính').click();
    await page
      .getByText(/giờ × 4[58]\.000.đồng\/giờ|phút × 4[58]\.000.đồng\/giờ/)
      .first()
      .waitFor();
  });
});
