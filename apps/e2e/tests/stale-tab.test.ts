import { expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { announced, openItem } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

const REASON = 'Chưa nêu rõ căn cứ lựa chọn thủ tục, đề nghị bổ sung.';

test('a page that has grown old explains itself and keeps what was typed', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const plan = await submittedPlan(ministry);
  const { page } = await visit({ as: 'btp-kiem-soat' });
  await openItem(page, 'plan', plan.code, 'quality-check');
  await page.getByRole('button', { name: /^Trả lại…/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Trả lại' });
  const reason = dialog.getByRole('textbox', { name: 'Lý do' });
  await reason.fill(REASON);

  // Meanwhile a colleague takes the work and gives it back.
  const colleague = await apiAs('btp-kiem-soat-2');
  await colleague.does('plan', plan.code, { type: 'claim' });
  await colleague.does('plan', plan.code, { type: 'release' });

  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await dialog.getByText('Nội dung đã thay đổi từ khi bạn mở trang').waitFor();
  expect(await reason.inputValue()).toBe(REASON);
  await dialog.getByRole('button', { name: 'Xem bản mới' }).click();
  await dialog.getByText('Nội dung đã thay đổi từ khi bạn mở trang').waitFor({ state: 'hidden' });
  expect(await reason.inputValue()).toBe(REASON);
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await announced(page, 'Đã trả lại.');

  const { phase, history } = await ministry.drafter.plan(plan.code);
  expect(phase).toBe('returned');
  expect(history[0]).toMatchObject({ type: 'returned', reason: REASON });
});
