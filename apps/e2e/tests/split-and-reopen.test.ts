import { describe, expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { approvedPlan, ministryAtWork } from '../src/scenario.ts';
import { until } from '../src/until.ts';

describe('a plan of several procedures', () => {
  test('is split in two with its history, taken back, and reopened', async ({ visit }) => {
    const ministry = await ministryAtWork();
    const plan = await approvedPlan(ministry, 2);
    const [, second] = plan.procedures;

    const { page } = await visit({ as: 'btp-lanh-dao', path: `/plans/${plan.code}` });
    await page.getByRole('button', { name: 'Tách phương án…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tách phương án' });
    await dialog.getByRole('button', { name: 'Tách', exact: true }).click();
    await dialog.getByText('Hãy chọn ít nhất một thủ tục.').waitFor();
    await dialog.getByRole('checkbox', { name: second?.name ?? '' }).check();
    await dialog.getByRole('textbox', { name: 'Tên phương án mới' }).fill(`Phần tách của ${plan.name}`);
    await dialog.getByRole('button', { name: 'Tách', exact: true }).click();
    await announced(page, 'Đã tách phương án.');
    await page.getByText('Đã tách thành').waitFor();
    await page.getByRole('link', { name: `Phần tách của ${plan.name}` }).click();

    await page.getByRole('heading', { level: 1, name: `Phần tách của ${plan.name}` }).waitFor();
    await page.getByText('Tách từ phương án').first().waitFor();
    // What happened before the split is the history of both.
    await page.getByText('Lập phương án').waitFor();
    const [part] = (await ministry.leader.plan(plan.code)).splitInto;
    await until('the document knows both plans', async () => {
      const { measures } = await ministry.leader.document(plan.document.code);
      return new Set(measures.map((one) => one.planCode)).size === 2 ? true : null;
    });

    await page.getByRole('button', { name: 'Rút phương án…' }).click();
    const withdrawing = page.getByRole('dialog', { name: 'Rút' });
    await withdrawing.getByRole('textbox', { name: 'Lý do' }).fill('Chờ Luật mới.');
    await withdrawing.getByRole('button', { name: 'Rút', exact: true }).click();
    await announced(page, 'Đã rút.');
    await page.getByRole('button', { name: 'Mở lại…' }).click();
    const reopening = page.getByRole('dialog', { name: 'Mở lại phương án' });
    await reopening.getByRole('textbox', { name: 'Lý do' }).fill('Luật đã ban hành.');
    await reopening.getByRole('button', { name: 'Mở lại', exact: true }).click();
    await announced(page, 'Đã mở lại.');
    await page.getByText('Luật đã ban hành.').waitFor();
    expect(await ministry.leader.plan(part?.code ?? '')).toMatchObject({ phase: 'returned' });
  });
});
