import { expect } from 'vitest';
import { findableProcedure } from '../src/baseline-procedure.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

test('what is wrong with a form is said at its place and once above, and the log only where one is needed', async ({
  visit,
}) => {
  const ministry = await ministryAtWork();
  const taken = await submittedPlan(ministry);
  const procedure = await findableProcedure(ministry.office);
  const { page } = await visit({ as: 'btp-soan-thao', path: '/plans/new' });
  await page.getByRole('textbox', { name: 'Tên phương án' }).fill('Phương án mẫu');
  await page.getByRole('textbox', { name: 'Mã phương án' }).fill(taken.code);
  await page.getByRole('searchbox', { name: 'Tìm thủ tục để thêm' }).fill(procedure.code);
  await page
    .getByRole('listitem')
    .filter({ hasText: procedure.code })
    .getByRole('button', { name: /^Thêm/ })
    .click();

  // A paper without a name is named by its place, and the link leads there.
  const proposed = page.getByRole('group', { name: 'Đề xuất' });
  await proposed.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Chưa gửi được' });
  await summary.getByRole('link', { name: 'Thủ tục 1 › Đề xuất › Giấy tờ 1 › Tên', exact: true }).click();
  expect(await summary.getByRole('link').count()).toBe(1);
  await page.keyboard.type('Đơn đề nghị');
  expect(await proposed.getByRole('textbox', { name: 'Giấy tờ 1', exact: true }).inputValue()).toBe(
    'Đơn đề nghị',
  );

  // What only the server knows comes back to the form, at its field and in the list above.
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByRole('button', { name: 'Lập phương án', exact: true }).click();
  await summary.getByRole('link', { name: 'Mã phương án' }).waitFor();
  const said = await page.getByText('Mã này đã có người dùng.').count();
  expect(said).toBe(2);
  expect(await page.getByText('Mã nhật ký').count()).toBe(0);
});
