import { addDays } from '@tinhgon/rules/day';
import { expect } from 'vitest';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan, newProcedures, submittedPlan, today, written } from '../src/scenario.ts';

test('deadlines are put off at once; what cannot be asked for is named and left out', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const procedures = await newProcedures(ministry.office, 1);
  // A word of their own, so that one page of the list holds all of them.
  const about = `hồ sơ ${procedures[0]?.code ?? ''}`;
  const asked = [
    await submittedPlan(ministry, procedures, about),
    await submittedPlan(ministry, procedures, about),
  ];
  const draft = await newPlan(ministry, procedures, 'minister', about);
  const [before, after] = [written(addDays(today(), 200)), written(addDays(today(), 210))];
  const path = `/plans?q=${encodeURIComponent(about)}`;
  const { page } = await visit({ as: 'btp-soan-thao', path });
  await page.getByRole('button', { name: 'Chọn nhiều mục' }).click();
  for (const plan of [...asked, draft])
    await page.getByRole('checkbox', { name: `Chọn: ${plan.name}` }).check();
  await page.getByRole('button', { name: 'Đề nghị đổi ngày', exact: true }).click();
  // Plans alone were chosen: the dates of documents are not offered.
  const date = page.getByRole('combobox', { name: 'Ngày cần đổi' });
  await date.waitFor();
  expect(await date.getByRole('option').allInnerTexts()).toEqual(['Thời hạn phương án', 'Hạn rà soát']);
  await page.getByRole('combobox', { name: 'Tính theo' }).selectOption('ngày thường');
  await page.getByText('Làm được 2 trên 3 mục').waitFor();
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  await row(draft.name).getByText('còn sửa được trong bản soạn thảo').waitFor();
  for (const plan of asked) await row(plan.name).getByText(`${before} → ${after}`).waitFor();

  const start = page.getByRole('button', { name: 'Đề nghị đổi ngày 2 mục' });
  await start.click();
  await page.getByText('Hãy ghi lý do.').waitFor();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Chờ Nghị định của Chính phủ');
  await start.click();
  await page.getByText('Đã xong 2 trên 2').waitFor();
  const requests = await Promise.all(
    asked.map(async ({ code }) => (await ministry.drafter.plan(code)).dates.requests),
  );
  const to = addDays(today(), 210);
  expect(requests).toMatchObject(asked.map(() => [{ date: 'deadline', to }]));
});

test('documents are chosen in their list, and all asked for one day', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const { document } = await submittedPlan(ministry);
  const { page } = await visit({ as: 'btp-soan-thao', path: `/documents?q=${document.code}` });
  await page.getByRole('button', { name: 'Chọn nhiều mục' }).click();
  await page.getByRole('checkbox', { name: `Chọn: ${document.title}` }).check();
  await page.getByRole('button', { name: 'Đề nghị đổi ngày', exact: true }).click();
  await page.getByText('Cùng một ngày', { exact: true }).click();
  await page.getByText('Chọn ngày mới để xem').waitFor();
  await page.getByRole('textbox', { name: 'Ngày mới' }).fill(written(addDays(today(), 90)));
  await page.getByRole('textbox', { name: 'Ngày mới' }).press('Tab');
  // Its plan is not approved yet, so its dates are still edited with its draft.
  await page.getByText('Làm được 0 trên 1 mục').waitFor();
  await page
    .getByText(/còn sửa được trong bản soạn thảo/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Đề nghị đổi ngày 0 mục' }).isDisabled()).toBe(true);
  // Back to where it was chosen, with its filter.
  await page.getByRole('button', { name: 'Thôi', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/documents' && url.search.includes(document.code));
});

test('a leader decides on several requests at once, and on nothing else that is ticked with them', async ({
  visit,
}) => {
  const ministry = await ministryAtWork();
  const plans = [await submittedPlan(ministry), await submittedPlan(ministry)];
  const other = await submittedPlan(ministry);
  await ministry.control.does('plan', other.code, { type: 'approve' });
  const to = addDays(today(), 230);
  for (const { code } of plans) {
    const asked = { date: 'deadline', to, reason: 'Chờ Nghị định của Chính phủ' };
    await ministry.drafter.does('plan', code, { type: 'requestDateChange', ...asked });
  }
  const { page } = await visit({ as: 'btp-lanh-dao', path: '/inbox' });
  await page.getByRole('button', { name: 'Chọn nhiều mục' }).click();
  for (const { name } of plans) await page.getByRole('checkbox', { name: `Chọn: ${name}` }).check();
  await page.getByRole('checkbox', { name: `Chọn: ${other.name}` }).check();
  await page.getByRole('button', { name: 'Đồng ý và ký (1)' }).waitFor();
  await page.getByRole('button', { name: 'Đồng ý đổi ngày (2)', exact: true }).click();
  await page.getByText('Làm được 2 trên 2 mục').waitFor();
  const row = page.getByRole('row').filter({ hasText: plans[0]?.name ?? '' });
  await row.getByText(`${written(addDays(today(), 200))} → ${written(to)}`).waitFor();
  await row.getByText('Chờ Nghị định của Chính phủ').waitFor();
  await page.getByRole('button', { name: 'Đồng ý đổi ngày 2 mục' }).click();
  await page.getByText('Đã xong 2 trên 2').waitFor();
  for (const { code } of plans) {
    const { deadline, dates, steps } = await ministry.drafter.plan(code);
    expect([deadline, dates.requests]).toEqual([to, []]);
    // Nothing but the date was decided on.
    expect(steps.find(({ key }) => key === 'quality-check')?.finishedAt).toBeNull();
  }
  const untouched = await ministry.leader.plan(other.code);
  expect(untouched.lanes.map(({ step }) => step)).toEqual(['plan-approval']);
});
