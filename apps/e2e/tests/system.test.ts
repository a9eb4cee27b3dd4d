import { Client, Connection } from '@temporalio/client';
import { expect } from 'vitest';
import { expectNoAxeViolations } from '../src/axe.ts';
import { test } from '../src/journey.ts';
import { sharedStack } from '../src/running-stack.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

/** Workflows are looked at twice a minute. */
const NAMED_MS = 90_000;

test('an administrator sees how the system does, and what stands still with what to do', async ({
  visit,
}) => {
  const { page } = await visit({ as: 'quan-tri' });
  await page.getByRole('banner').getByRole('button', { name: 'Quản trị' }).click();
  await page.getByRole('link', { name: 'Vận hành hệ thống' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vận hành hệ thống' }).waitFor();
  const workers = page.getByRole('table', { name: 'Tiến trình xử lý (worker)' });
  await workers.getByRole('rowheader', { name: /Quyết định/ }).waitFor();
  expect(await workers.getByRole('rowheader').count()).toBe(3);
  expect(await workers.getByText('Không có ai').count()).toBe(0);

  const plan = await newPlan(await ministryAtWork(), 1);
  const connection = await Connection.connect({ address: sharedStack().temporalAddress });
  try {
    const client = new Client({ connection });
    // Nobody touches the page. What was ended is started again each ten minutes, perhaps before the page has looked.
    const ended = client.workflow.getHandle(`plan/${plan.code}`);
    const row = page
      .getByRole('table', { name: 'Hồ sơ không đi tiếp được' })
      .getByRole('row')
      .filter({ hasText: plan.code });
    const namedNow = async (): Promise<boolean> => {
      const { status } = await ended.describe();
      if (status.name === 'RUNNING') await ended.terminate('dừng nhầm');
      return await row.isVisible();
    };
    await expect.poll(namedNow, { timeout: NAMED_MS, interval: 1_000 }).toBe(true);
    await row.getByText('Quy trình bị dừng bằng tay trong Temporal').waitFor();
    await row.getByText('dừng nhầm').waitFor();
    await row.getByText(/khởi động lại từ sổ ghi/).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /việc cần xử lý/ })
      .waitFor();
    await expectNoAxeViolations(page);
  } finally {
    await connection.close();
  }
});

test('nobody else finds the page', async ({ visit }) => {
  const { page } = await visit({ as: 'dau-moi', path: '/system' });
  await page.getByText('Trang này dành cho quản trị viên của hệ thống.').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
});
