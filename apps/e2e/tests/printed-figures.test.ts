import { expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

test('the programme office holds a printed figure against ours, and takes a wrong one away', async ({
  visit,
}) => {
  const { page, complaints } = await visit({ as: 'dau-moi', path: '/?asAt=2024-12-31' });
  await page.getByRole('link', { name: 'Đối chiếu số đã công bố' }).click();
  const table = page.getByRole('table', { name: 'Đối chiếu số đã công bố' });
  const published = table.getByRole('row').filter({ hasText: 'Tỷ lệ' }).filter({ hasText: '83 %' });
  await published.getByText('82,84 %').waitFor();
  await published.getByText('khớp').waitFor();

  await page.getByRole('button', { name: 'Nhập một số đã công bố' }).click();
  const form = page.getByRole('dialog', { name: 'Nhập một số đã công bố' });
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByText('Hãy điền mục này.').first().waitFor();
  await form.getByRole('textbox', { name: 'Nguồn' }).fill('Báo cáo tháng 6 năm 2023');
  await form.getByRole('combobox', { name: 'Số về' }).selectOption({ label: 'Số gốc' });
  await form.getByRole('textbox', { name: 'Số đã in' }).fill('1,1');
  await form.getByText(/^Hãy nhập đúng số đã in/).waitFor();
  await form.getByRole('textbox', { name: 'Số đã in' }).fill('1.150');
  await form.getByRole('textbox', { name: 'Tính đến ngày' }).fill('30/06/2023');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await announced(page, 'Đã lưu.');
  const entered = table.getByRole('row').filter({ hasText: 'Báo cáo tháng 6 năm 2023' });
  await entered.getByText('1.150').waitFor();
  await entered.getByText(/^in nhiều hơn \d+$/).waitFor();
  await entered.getByRole('button', { name: /^Bỏ số này/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Bỏ số đã nhập' });
  await dialog.getByRole('textbox').fill('Gõ nhầm ngày');
  await dialog.getByRole('button', { name: /^Bỏ số này/ }).click();
  await announced(page, 'Đã lưu.');
  await entered.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
