import { addDays } from '@tinhgon/rules/day';
import { announced, fillDay, openItem } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, submittedPlan, today, written } from '../src/scenario.ts';

test('a deadline moves when one asks and another approves, and the first date stays in sight', async ({
  visit,
}) => {
  const plan = await submittedPlan(await ministryAtWork());
  const [first, next] = [addDays(today(), 200), addDays(today(), 260)];

  const { page: drafter } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
  await drafter.getByRole('button', { name: /^Đề nghị đổi ngày\s+thời hạn phương án$/ }).click();
  const dialog = drafter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await dialog.getByText('Hãy ghi ngày mới.').waitFor();
  await fillDay(drafter, 'Ngày mới', written(next));
  await dialog.getByRole('textbox', { name: 'Lý do xin đổi' }).fill('Chờ Nghị định của Chính phủ');
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await announced(drafter, 'Đã gửi đề nghị đổi ngày.');
  await drafter.getByText('đang chờ quyết định').waitFor();

  const { page: leader } = await visit({ as: 'btp-lanh-dao' });
  await openItem(leader, 'plan', plan.code, 'date-deadline');
  await leader.getByText('Chờ Nghị định của Chính phủ').first().waitFor();
  await leader.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await announced(leader, 'Đã đồng ý đổi ngày; các thời hạn liên quan được tính lại.');

  await drafter.reload();
  const row = drafter.getByRole('row', { name: /^Thời hạn phương án/ });
  await row.getByText(written(next)).waitFor();
  await row.getByText(written(first)).waitFor();
  await drafter.getByRole('heading', { name: 'Những lần đổi ngày' }).waitFor();
});
