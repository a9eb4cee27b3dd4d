import { expect } from 'vitest';
import { withAuthenticator } from '../src/authenticator.ts';
import { announced, approve, checkAnswers, openItem, sign } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

const USER = 'btp-kiem-soat-2';

test('decisions are confirmed with a passkey from the day a person has one', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const plan = await submittedPlan(ministry);
  const other = await submittedPlan(ministry);
  const { page } = await visit({ as: USER, path: '/me/preferences' });
  const device = await withAuthenticator(page);

  const passkeys = page.getByRole('region', { name: 'Khóa truy cập (passkey)' });
  await passkeys.getByText('Bạn chưa có khóa truy cập nào').waitFor();
  await passkeys.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await passkeys.getByText('Hãy điền mục này.').waitFor();
  await passkeys.getByRole('textbox', { name: 'Tên khóa mới' }).fill('Máy tính cơ quan');
  await passkeys.getByRole('textbox', { name: 'Tên khóa mới' }).press('Enter');
  await announced(page, 'Đã thêm khóa truy cập.');
  const always = passkeys.getByRole('switch', { name: 'Hỏi khóa truy cập ở mỗi quyết định của tôi' });
  expect(await always.isChecked()).toBe(true);

  // Whoever is not the owner of the device gets nowhere, and nothing is lost.
  await device.refuse();
  await openItem(page, 'plan', plan.code, 'quality-check');
  await checkAnswers(page);
  await sign(page);
  await page.getByRole('alert').getByText('xác nhận bằng khóa truy cập').waitFor();
  expect((await ministry.office.plan(plan.code)).history.map(({ type }) => type)).not.toContain('approved');
  await device.agree();
  await sign(page);
  await announced(page, /^Đã ký:/);

  await page.goto(`/plans/${plan.code}`);
  const history = page.getByRole('listitem').filter({ hasText: demoPerson(USER).name });
  await history.getByText('đã xác nhận bằng khóa truy cập').first().waitFor();
  await page.getByText('qua phần mềm khác').first().waitFor();

  // To turn it off takes the passkey once more.
  await page.goto('/me/preferences');
  await device.refuse();
  await always.click();
  await passkeys.getByRole('alert').waitFor();
  expect(await always.isChecked()).toBe(true);

  // The device is lost: an administrator helps, and the person sees who did.
  const { page: office } = await visit({ as: 'quan-tri', path: '/catalogue' });
  await office.getByRole('searchbox', { name: 'Tìm người' }).fill(demoPerson(USER).name);
  await office.getByRole('button', { name: `Gỡ khóa truy cập ${demoPerson(USER).name}` }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Gỡ khóa truy cập' }).click();
  await announced(office, 'Đã lưu.');
  await page.reload();
  await passkeys.getByText('1 khóa đã gỡ').click();
  await passkeys.getByText(`${demoPerson('quan-tri').name} gỡ lúc`).waitFor();
  await openItem(page, 'plan', other.code, 'quality-check');
  await approve(page);
});
