import { expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { tabTo } from '../src/keyboard.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

test('the inbox is worked through without a mouse', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const [first, second] = [await newPlan(ministry), await newPlan(ministry)];
  for (const { code } of [first, second]) await ministry.drafter.does('plan', code, { type: 'submit' });
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
  // j goes on until the first plan is read, whatever else waits.
  const queue = page.getByRole('region', { name: 'Việc đang chờ' });
  await queue.getByRole('button', { name: first.name }).waitFor();
  const count = await queue.getByRole('listitem').count();
  for (let moved = 0; moved < count; moved += 1) {
    if ((await queue.locator('[aria-current="true"]').textContent())?.includes(first.name)) break;
    await keyboard.press('j');
    await page.waitForFunction('document.querySelector(\'[aria-current="true"]\') !== null');
  }
  await detail.getByRole('heading', { name: first.name }).waitFor();
  await keyboard.press('n');
  await keyboard.press('a');
  await page.getByRole('heading', { name: 'Kiểm tra trước khi ký' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Ký', exact: true }));
  await keyboard.press('Enter');
  await announced(page, `Đã ký: ${first.name}`);

  // The next one is there by itself; it goes back with a reason.
  await detail.getByRole('heading', { name: first.name }).waitFor({ state: 'hidden' });
  expect(
    (await ministry.drafter.plan(first.code)).steps.find(({ key }) => key === 'quality-check')?.status,
  ).toBe('done-on-time');
});
