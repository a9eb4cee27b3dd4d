import { expect } from 'vitest';
import { test } from '../src/journey.ts';

test('anyone reads a programme that was made public, takes its data, and gets no further', async ({
  visit,
}) => {
  const { page, complaints } = await visit({ path: '/public/896' });
  await page.getByRole('heading', { level: 1, name: /^Đơn giản hóa thủ tục hành chính/ }).waitFor();
  await page.getByText(/ trong 1\.084 thủ tục đã đơn giản hóa \(số gốc chốt ngày 01\/01\/2024\)/).waitFor();
  await page.getByText(/dữ liệu tổng hợp để dùng thử/).waitFor();
  const ministries = page.getByRole('table', { name: 'Theo bộ, cơ quan' });
  await ministries.getByRole('row').filter({ hasText: 'Cộng' }).getByText('1.084').waitFor();
  await page.getByText('Được dùng theo giấy phép: CC BY 4.0').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV: theo bộ, cơ quan' }).click();
  expect((await download).suggestedFilename()).toBe('ministries.csv');
  await page.getByRole('button', { name: /^EN/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Simplification of procedures/ }).waitFor();
  await page.goto('/public/khong-co');
  await page.getByText('No public programme has this address.').waitFor();
  await page.goto('/plans');
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the programme office opens the public page of a programme by its licence', async ({ visit }) => {
  const { page, complaints } = await visit({ as: 'dau-moi', path: '/catalogue?tab=programmes' });
  await page.getByRole('button', { name: /^Sửa Đơn giản hóa/ }).click();
  const form = page.getByRole('dialog');
  expect(await form.getByRole('textbox', { name: 'Giấy phép dữ liệu mở' }).inputValue()).toBe('CC BY 4.0');
  await form.getByRole('button', { name: 'Thôi' }).click();
  await page.getByRole('link', { name: 'Trang công khai' }).click();
  await page.getByText('Được dùng theo giấy phép: CC BY 4.0').waitFor();
  expect(complaints).toEqual([]);
});
