import type { Page } from 'playwright-core';

const hero = (page: Page) => page.getByRole('link', { name: /thủ tục đã đơn giản hóa, mở danh sách/ });

/** The programme's number as it stands on the page. */
export async function heroNumber(page: Page): Promise<string> {
  const words = (await hero(page).textContent()) ?? '';
  return /^[\d.]+/.exec(words.trim())?.[0] ?? '';
}

/** Chooses the day whose state is shown, typed as people write it. */
export async function fillProgressDay(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /^Tính đến/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Ngày' }).fill(day);
  await dialog.getByRole('button', { name: 'Xem ngày này' }).click();
}

/** How many lines the list behind a number has, as it says below itself. */
export async function listTotal(page: Page): Promise<string> {
  const words = await page
    .getByRole('status')
    .getByText(/^[\d.]+ trong [\d.]+$/)
    .textContent();
  return /trong ([\d.]+)$/.exec(words ?? '')?.[1] ?? '';
}

/** Waits until the number stands there by itself. */
export const waitForHeroNumber = (page: Page, number: number): Promise<void> =>
  hero(page).getByText(number.toLocaleString('vi-VN'), { exact: true }).waitFor();
