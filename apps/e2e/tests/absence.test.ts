import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { announced, checkAnswers, fillDay, openItem, sign } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { ministryAtWork, submittedPlan, today, written } from '../src/scenario.ts';

test('a leader who is away is signed for, it is recorded so, and four eyes hold', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const plan = await submittedPlan(ministry);
  const leader = demoPerson('btp-lanh-dao-2').name;
  const deputy = demoPerson('btp-phap-che').name;

  // From the menu behind one's own name.
  const { page: away } = await visit({ as: 'btp-lanh-dao-2' });
  await away.getByRole('banner').getByRole('button', { name: leader }).click();
  await away.getByRole('link', { name: 'Vắng mặt' }).click();
  await away.getByRole('button', { name: 'Ủy quyền' }).click();
  const dialog = away.getByRole('dialog', { name: `Ủy quyền của ${leader}` });
  await dialog.getByRole('button', { name: 'Ủy quyền' }).click();
  await dialog.getByText('Hãy điền mục này.').first().waitFor();
  await dialog.getByRole('combobox', { name: 'Người thay' }).click();
  await away.getByRole('option', { name: deputy }).click();
  await fillDay(away, 'Đến hết ngày', written(today()));
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Đi công tác');
  await dialog.getByRole('button', { name: 'Ủy quyền' }).click();
  await announced(away, 'Ủy quyền đã có hiệu lực.');
  await away.getByRole('table', { name: 'Đã ủy quyền' }).getByText('đang có hiệu lực').waitFor();

  await ministry.control.does('plan', plan.code, { type: 'approve' });
  const { page } = await visit({ as: 'btp-phap-che' });
  await openItem(page, 'plan', plan.code, 'plan-approval');
  await page
    .getByText(`KT. ${leader}, đến ${written(today())}`)
    .first()
    .waitFor();
  await checkAnswers(page);
  await page.getByText(`${deputy}, KT. ${leader}`).waitFor();
  await sign(page);
  await announced(page, /^Đã ký:/);
  await page.goto(`/plans/${plan.code}`);
  await page.getByText(`${deputy}, KT. ${leader}`).first().waitFor();

  // The drafter stands in for procedure control, and still does not control what they drafted.
  const own = await submittedPlan(ministry);
  const given = (await ministry.control.request('POST', '/delegations', {
    personId: 'btp-kiem-soat',
    substituteId: 'btp-soan-thao',
    form: 'TL',
    from: today(),
    to: today(),
    reason: 'Nghỉ phép',
  })) as { id: string };
  await expect(ministry.drafter.does('plan', own.code, { type: 'approve' })).rejects.toMatchObject({
    status: 403,
    code: 'FOUR_EYES',
  });
  await ministry.control.request('POST', `/delegations/${given.id}/revoke`);

  await away.getByRole('button', { name: `Kết thúc ${deputy}` }).click();
  await announced(away, 'Ủy quyền đã kết thúc.');
  const legal = await apiAs('btp-phap-che');
  await expect(legal.send('plan', own.code, refusal(own.code))).rejects.toMatchObject({ status: 403 });
});

const refusal = (reason: string) => ({
  commandId: randomUUID(),
  expectedVersion: 2,
  type: 'refuse',
  reason,
});
