import { expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { tabTo } from '../src/keyboard.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

test('the inbox is worked through without a mouse', async ({ visit }) => {
  const ministry = await ministryAtWork();
  await submittedPlan(ministry);
  const second = await submittedPlan(ministry);
  const { page } = await visit({ as: 'btp-kiem-soat', path: '/inbox' });
  const { keyboard } = page;

  // The first key leads past the header.
  await page.getByRole('region', { name: 'Việc đang chờ' }).getByRole('button').first().waitFor();
  await keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' });
  expect(await skip.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await keyboard.press('Enter');

  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Phím tắt' });
  await help.waitFor();
  await keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });

  await tabTo(page, page.getByRole('searchbox', { name: 'Tìm trong hộp việc' }));
  await keyboard.type('don gian hoa giay xac nhan');
  const detail = page.getByRole('region', { name: 'Việc đang xem' });
  await page.waitForURL(/q=/);
  await keyboard.press('Tab');
  // j goes on from line to line until the second plan is read, whatever else waits.
  const lines = page.getByRole('region', { name: 'Việc đang chờ' }).getByRole('listitem');
  await lines.filter({ hasText: second.name }).waitFor();
  const names = await lines.allTextContents();
  const place = names.findIndex((words) => words.includes(second.name));
  expect(place).toBeGreaterThan(0);
  for (let line = 1; line <= place; line += 1) {
    await keyboard.press('j');
    await lines.nth(line).locator('[aria-current="true"]').waitFor();
  }
  await detail.getByRole('heading', { name: second.name }).waitFor();
  await keyboard.press('n');
  await keyboard.press('a');
  await page.getByRole('heading', { name: 'Kiểm tra trước khi ký' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Ký', exact: true }));
  await keyboard.press('Enter');
  await announced(page, `Đã ký: ${second.name}`);

  // The next one is there by itself.
  await detail.getByRole('heading', { name: second.name }).waitFor({ state: 'hidden' });
  expect(
    (await ministry.drafter.plan(second.code)).steps.find(({ key }) => key === 'quality-check')?.status,
  ).toBe('done-on-time');
});

test('what is typed right after Ctrl+K is searched for, also where single letters act', async ({ visit }) => {
  const { page } = await visit({ as: 'btp-kiem-soat', path: '/inbox' });
  await page.getByRole('button', { name: /^Tìm thủ tục/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nan jan');
  const field = page.getByRole('combobox', { name: /^Tìm/ });
  await field.waitFor();
  await field.press('!');
  expect(await field.inputValue()).toBe('nan jan!');
});

test('Ctrl+K leads to a page by its name, and from a name to what that person has', async ({ visit }) => {
  const { page } = await visit({ as: 'giam-sat', path: '/plans' });
  await page.getByRole('button', { name: /^Tìm thủ tục/ }).waitFor();
  const find = async (words: string, result: RegExp) => {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: /^Tìm/ });
    await field.fill(words);
    await page.getByRole('option', { name: result }).first().waitFor();
    await field.press('Enter');
  };
  await find('no van ban', /Nợ văn bản.*Trang/);
  await page.getByRole('heading', { name: 'Nợ văn bản' }).waitFor();
  await find('nguyen thi lan', /Nguyễn Thị Lan.*Người/);
  await page.getByRole('heading', { name: 'Ai đang giữ' }).waitFor();
  expect(page.url()).toContain('person=bca-soan-thao');
});
