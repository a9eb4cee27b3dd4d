import { addDays } from '@tinhgon/rules/day';
import { expect } from 'vitest';
import { announced, fillDay } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { approvedPlan, documentAt, ministryAtWork, today, written } from '../src/scenario.ts';

test('another ministry is asked, answers for itself, and each point gets a response', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const plan = await approvedPlan(ministry);
  const { code, title } = plan.document;

  const { page: drafter } = await visit({ as: 'btp-soan-thao', path: `/documents/${code}` });
  await drafter.getByRole('button', { name: 'Hỏi ý kiến' }).click();
  const asking = drafter.getByRole('dialog', { name: 'Hỏi ý kiến về dự thảo' });
  await asking.getByRole('button', { name: 'Hỏi ý kiến' }).click();
  await asking.getByText('Hãy chọn ít nhất một nơi được hỏi.').waitFor();
  await asking.getByRole('combobox', { name: 'Cơ quan, địa phương được hỏi' }).fill('Bộ Y tế');
  await drafter.getByRole('option', { name: 'Bộ Y tế' }).click();
  await drafter.keyboard.press('Escape');
  await asking.getByRole('checkbox', { name: 'Hỏi cả nhân dân, doanh nghiệp' }).check();
  await fillDay(drafter, 'Hạn trả lời', written(addDays(today(), 10)));
  await asking.getByRole('button', { name: 'Hỏi ý kiến' }).click();
  await announced(drafter, 'Đã ghi.');

  const { page: health } = await visit({ as: 'byt-kiem-soat', path: '/inbox' });
  await health.getByText(/Cơ quan bạn được hỏi ý kiến/).click();
  await health.getByRole('link', { name: title }).click();
  await health.getByRole('button', { name: 'Ghi trả lời Bộ Y tế' }).click();
  const answering = health.getByRole('dialog', { name: 'Trả lời của Bộ Y tế' });
  await answering.getByRole('textbox', { name: 'Ý kiến 1' }).fill('Bỏ bản sao giấy khai sinh');
  await answering.getByRole('button', { name: 'Ghi trả lời' }).click();
  await announced(health, 'Đã ghi.');

  // The draft does not pass where comments are dealt with while one has no response.
  await ministry.drafter.does('document', code, { type: 'submit' });
  await ministry.legal.does('document', code, { type: 'approve' });
  await documentAt(ministry.drafter, code, 'respond');
  await expect(ministry.drafter.does('document', code, { type: 'submit' })).rejects.toMatchObject({
    status: 422,
    code: 'POINTS_UNANSWERED',
  });
  await drafter.reload();
  await drafter.getByText('Bỏ bản sao giấy khai sinh').first().waitFor();
  await drafter.getByRole('button', { name: 'Tiếp thu, giải trình 1.1' }).click();
  const responding = drafter.getByRole('dialog', { name: 'Tiếp thu, giải trình ý kiến 1.1' });
  await responding.getByRole('textbox').fill('Đã bỏ trong dự thảo');
  await responding.getByRole('button', { name: 'Lưu' }).click();
  await announced(drafter, 'Đã ghi.');
  await drafter
    .getByText('Đã hỏi 2 · đã trả lời 1 · chưa trả lời 1 · 1/1 ý kiến đã được tiếp thu, giải trình')
    .waitFor();
  await ministry.drafter.does('document', code, { type: 'submit' });
});
