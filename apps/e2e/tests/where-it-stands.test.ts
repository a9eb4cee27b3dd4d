import { expect } from 'vitest';
import { test } from '../src/journey.ts';

test('a supervisor goes from the number to the step where work lies, and to who has it', async ({
  visit,
}) => {
  const { page, complaints } = await visit({ as: 'giam-sat', path: '/' });
  await page.getByRole('link', { name: 'Tình hình chi tiết' }).click();
  const ranking = page.getByRole('table', { name: 'Xếp hạng bộ, cơ quan' });
  const total = ranking.getByRole('row').filter({ hasText: 'Cộng' });
  await total.getByText('1.084').waitFor();

  await page.getByRole('tab', { name: 'Đang ở bước nào' }).click();
  const stages = page.getByRole('table', { name: 'Đang ở bước nào' });
  await stages.getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Ai đang giữ', selected: true }).waitFor();
  const held = page.getByRole('table', { name: 'Ai đang giữ' });
  await held.getByRole('row').nth(1).waitFor();
  const step = page.getByRole('button', { name: 'Xem tất cả' });
  await step.click();
  await step.waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Hạn' }).selectOption({ label: 'Quá hạn' });
  await held
    .getByText(/^trễ \d+ ngày/)
    .first()
    .waitFor();
  expect(page.url()).toContain('timing=overdue');

  // The same day stays when one looks from another side.
  await page.getByRole('button', { name: /^Tính đến/ }).click();
  await page.getByRole('textbox', { name: 'Ngày' }).fill('31/12/2024');
  await page.getByRole('button', { name: 'Xem ngày này' }).click();
  await page.getByRole('tab', { name: 'Cấp, lĩnh vực, loại văn bản' }).click();
  const levels = page.getByRole('table', { name: 'Theo cấp thực hiện' });
  await levels.getByRole('row').filter({ hasText: 'Cộng' }).getByText('898').waitFor();
  const communes = levels.getByRole('row').filter({ hasText: 'Xã' });
  const done = (await communes.getByRole('link').first().textContent()) ?? '';
  await communes.getByRole('link').first().click();
  await page.getByText(`${done} thủ tục`, { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});
