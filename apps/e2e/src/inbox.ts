import type { Page } from 'playwright-core';
import type { Subject } from './api-client.ts';

/** Opens one waiting step in the inbox, as a link from elsewhere does. */
export async function openItem(page: Page, subject: Subject, code: string, step: string): Promise<void> {
  const item = `${subject}/${code}/${step}`;
  await page.goto(`/inbox?item=${encodeURIComponent(item)}`);
  await page.getByRole('region', { name: 'Việc đang xem' }).getByRole('link', { name: code }).waitFor();
}

/** Goes to the page that shows once more what will be signed. */
export async function checkAnswers(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Đồng ý và ký/ }).click();
  await page.getByRole('heading', { name: 'Kiểm tra trước khi ký' }).waitFor();
}

export const sign = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Ký', exact: true }).click();

/** Approves what is open, over the check-answers page, and waits until it is said to be done. */
export async function approve(page: Page): Promise<void> {
  await checkAnswers(page);
  await sign(page);
  await announced(page, /^Đã ký:/);
}

/** Submits what is open, with an optional note. */
export async function submit(page: Page, note = ''): Promise<void> {
  await page.getByRole('button', { name: 'Trình…' }).click();
  const dialog = page.getByRole('dialog');
  if (note) await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name: 'Trình', exact: true }).click();
  await announced(page, 'Đã trình.');
}

/** Waits until the page has said so. */
export const announced = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').getByText(words).first().waitFor();

/** Types a day as people write it and leaves the field. */
export async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(day);
  await field.press('Tab');
}
