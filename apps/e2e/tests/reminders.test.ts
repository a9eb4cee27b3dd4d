import ICAL from 'ical.js';
import { addDays } from '@tinhgon/rules/day';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { remind } from '../src/remind.ts';
import { sharedStack } from '../src/running-stack.ts';
import { MINISTRY, ministryAtWork, PROGRAMME, today } from '../src/scenario.ts';

const DRAFTER = 'btp-soan-thao';

/** A plan whose review should have been handed in a month ago. */
async function latePlan(name: string): Promise<string> {
  const { drafter } = await ministryAtWork();
  const { code } = await drafter.start('plan', {
    programme: PROGRAMME,
    year: Number(today().slice(0, 4)),
    leadAgency: MINISTRY,
    name,
    reviewOn: addDays(today(), -30),
  });
  return code;
}

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Nhắc việc/ });
const unread = async (page: Page): Promise<number> =>
  Number(/(\d+) chưa đọc/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0);

describe('reminders', () => {
  test('lead from the bell to what is late, and can be read and unread', async ({ visit }) => {
    const { page, complaints } = await visit({ as: DRAFTER });
    await remind(sharedStack());
    const name = `Đơn giản hóa bị trễ ${Date.now()}`;
    const code = await latePlan(name);
    await page.reload();
    await bell(page).waitFor();
    const before = await unread(page);
    await remind(sharedStack());
    // Without anything being pressed.
    await expect.poll(() => unread(page), { timeout: 15_000 }).toBe(before + 1);

    await bell(page).click();
    await page.getByRole('heading', { level: 1, name: 'Nhắc việc' }).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByText('Quá hạn').waitFor();
    await row.getByText(/^trễ \d+ ngày làm việc$/).waitFor();
    await row.getByRole('button', { name: `Đánh dấu đã đọc: ${name}` }).click();
    await row.waitFor({ state: 'detached' });
    await expect.poll(() => unread(page)).toBe(before);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await row.waitFor();

    await row.getByRole('link', { name }).click();
    await page.getByRole('region', { name: 'Việc đang xem' }).getByRole('link', { name: code }).waitFor();
    await expect.poll(() => unread(page)).toBe(before);

    const { page: leader } = await visit({ as: 'btp-lanh-dao', path: '/notifications' });
    const escalated = leader.getByRole('listitem').filter({ hasText: name });
    await escalated.getByText('Báo cáo lãnh đạo').waitFor();
    await escalated.getByRole('link', { name }).click();
    await leader.getByRole('heading', { level: 1, name }).waitFor();
    const { name: led } = demoPerson('btp-lanh-dao');
    await leader.getByText(new RegExp(`^Đã báo cáo lãnh đạo ngày .*: .*${led}`)).waitFor();
    expect(complaints).toEqual([]);
  });

  test('come as a person prefers, and their deadlines go into a calendar of their own', async ({ visit }) => {
    const name = `Đơn giản hóa trong lịch ${Date.now()}`;
    await latePlan(name);
    const user = 'btp-soan-thao-2';
    const { page, complaints } = await visit({ as: user });
    await page
      .getByRole('banner')
      .getByRole('button', { name: demoPerson(user).name })
      .click();
    await page.getByRole('dialog').getByRole('link', { name: 'Tùy chọn cá nhân' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tùy chọn cá nhân' }).waitFor();
    await page.getByText('Hệ thống này chưa gửi thư điện tử').waitFor();
    await page.getByRole('radio', { name: 'Mỗi lời nhắc một thư' }).check();
    await announced(page, 'Đã lưu tùy chọn.');
    await page.reload();
    await expect.poll(() => page.getByRole('radio', { name: 'Mỗi lời nhắc một thư' }).isChecked()).toBe(true);

    await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
    const address = page.getByRole('textbox', { name: 'Địa chỉ lịch' });
    const first = await address.inputValue();
    const days = await daysOf(first);
    expect(days.get(`Rà soát, tính chi phí tuân thủ: ${name}`)).toBe(addDays(today(), -30));

    await page.getByRole('button', { name: 'Tạo địa chỉ mới' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo địa chỉ mới' }).click();
    await expect.poll(() => address.inputValue()).not.toBe(first);
    const second = await address.inputValue();
    expect((await fetch(first)).status).toBe(404);
    expect(await daysOf(second)).toEqual(days);
    await page.getByRole('button', { name: 'Ngừng chia sẻ lịch' }).click();
    await announced(page, 'Đã ngừng chia sẻ lịch.');
    expect((await fetch(second)).status).toBe(404);
    expect(complaints).toEqual([]);
  });
});

/** What a calendar program makes of the address, without any sign-in: the day of each event. */
async function daysOf(url: string): Promise<Map<string, string>> {
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(url)).text()));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return new Map(events.map((event) => [event.summary, event.startDate.toString()]));
}
