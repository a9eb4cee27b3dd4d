import { expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { announced, openItem } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

const WHY = 'Không ai được quyết định về nội dung do chính mình soạn hoặc sửa.';

test('nobody approves what they drafted, and the page says why', async ({ visit }) => {
  // Khánh Linh drafts; from now on she also controls quality.
  const user = 'btp-soan-thao-2';
  const { name } = demoPerson(user);
  const { page: office } = await visit({ as: 'dau-moi', path: '/catalogue' });
  await office.getByRole('searchbox', { name: 'Tìm người' }).fill(name);
  await office.getByRole('button', { name: `Phân công ${name}` }).click();
  const dialog = office.getByRole('dialog', { name: `Phân công cho ${name}` });
  await dialog.getByRole('combobox', { name: 'Chức năng' }).selectOption('Kiểm soát thủ tục hành chính');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await announced(office, 'Đã lưu.');

  const both = await apiAs(user);
  const plan = await newPlan({ ...(await ministryAtWork()), drafter: both });
  await both.does('plan', plan.code, { type: 'submit' });

  const { page } = await visit({ as: user });
  await openItem(page, 'plan', plan.code, 'quality-check');
  const approve = page.getByRole('button', { name: /^Đồng ý và ký/ });
  await approve.waitFor();
  expect(await approve.getAttribute('aria-disabled')).toBe('true');
  await page.getByText(WHY).locator('visible=true').first().waitFor();
  // What is said to be out of use does nothing either.
  await approve.click({ force: true });
  expect(await page.getByRole('heading', { name: 'Kiểm tra trước khi ký' }).count()).toBe(0);

  await expect(both.does('plan', plan.code, { type: 'approve' })).rejects.toMatchObject({
    status: 403,
    code: 'FOUR_EYES',
  });
});
