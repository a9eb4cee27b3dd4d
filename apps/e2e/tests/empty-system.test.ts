import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations } from '../src/axe.ts';
import { announced, fillDay } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { type OwnStack, startOwnStack } from '../src/own-stack.ts';
import { demoPerson } from '../src/people.ts';

let own: OwnStack;
beforeAll(async () => {
  own = await startOwnStack();
});
afterAll(() => own.end());

async function enterPerson(page: Page, user: string, role?: string): Promise<void> {
  const { name } = demoPerson(user);
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm người' });
  await dialog.getByRole('textbox', { name: 'Mã người dùng' }).fill(user);
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Mã ở hệ thống định danh' }).fill(user);
  await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('tu phap');
  await page.getByRole('option', { name: 'Bộ Tư pháp (BTP)' }).click();
  if (role) await dialog.getByRole('checkbox', { name: role }).check();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await announced(page, 'Đã lưu.');
  await dialog.waitFor({ state: 'hidden' });
}

test('the first administrator of an empty system sets it up on screen', async ({ visit }) => {
  const at = own.place.web;
  const { page, complaints } = await visit({ at, as: 'quan-tri' });
  await page.getByText('Chưa có chương trình nào').waitFor();
  expect(await page.getByText('dữ liệu tổng hợp').count()).toBe(0);
  await expectNoAxeViolations(page);

  await page.getByRole('link', { name: 'Danh mục' }).click();
  await page.getByRole('tab', { name: 'Cơ quan' }).click();
  await page.getByRole('button', { name: 'Thêm cơ quan' }).click();
  const agency = page.getByRole('dialog', { name: 'Thêm cơ quan' });
  await agency.getByRole('textbox', { name: 'Mã', exact: true }).fill('BTP');
  await agency.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill('Bộ Tư pháp');
  await fillDay(page, 'Từ ngày', '01/01/2020');
  await agency.getByRole('button', { name: 'Lưu' }).click();
  await agency.waitFor({ state: 'hidden' });

  await page.getByRole('tab', { name: 'Người dùng' }).click();
  await enterPerson(page, 'btp-soan-thao');
  await enterPerson(page, 'dau-moi', 'Cơ quan đầu mối');
  const { name: drafter } = demoPerson('btp-soan-thao');
  await page.getByRole('button', { name: `Phân công ${drafter}` }).click();
  const assign = page.getByRole('dialog', { name: `Phân công cho ${drafter}` });
  await assign.getByRole('combobox', { name: 'Chức năng' }).selectOption('Soạn thảo');
  await assign.getByRole('button', { name: 'Lưu' }).click();
  await assign.waitFor({ state: 'hidden' });

  await page.getByRole('tab', { name: 'Chương trình, số gốc' }).click();
  await page.getByRole('button', { name: 'Thêm chương trình' }).click();
  const programme = page.getByRole('dialog', { name: 'Thêm chương trình' });
  await programme.getByRole('textbox', { name: 'Mã', exact: true }).fill('CT-1');
  await programme.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill('Chương trình đầu tiên');
  await programme.getByRole('button', { name: 'Lưu' }).click();
  await programme.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Tiến độ' }).click();
  await page.getByText('Chương trình đầu tiên').waitFor();
  await page.getByText('chưa có tỷ lệ').waitFor();
  expect(complaints).toEqual([]);

  // A person who was entered is at home; one who was not is told whom to ask.
  const { page: office } = await visit({ at, as: 'dau-moi' });
  await office.getByRole('link', { name: 'Nhập dữ liệu' }).waitFor();
  const { page: unknown } = await visit({ at });
  await unknown.getByRole('link', { name: 'Đăng nhập' }).click();
  await unknown.getByRole('button', { name: demoPerson('bca-lanh-dao').name }).click();
  await unknown.getByText('Tài khoản chưa được dùng Tinh Gọn').waitFor();
});
