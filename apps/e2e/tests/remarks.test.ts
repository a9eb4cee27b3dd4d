import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { announced, openItem, submit } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { type Ministry, ministryAtWork, submittedPlan } from '../src/scenario.ts';

const QUESTION = 'Luật Hộ tịch còn đòi giấy này không?';

describe('a remark at a line', () => {
  test('is asked by a check, answered by the drafter, and settled before it is signed', async ({ visit }) => {
    const ministry = await ministryAtWork();
    const plan = await submittedPlan(ministry, 2);

    const { page: control } = await visit({ as: 'btp-kiem-soat' });
    await openItem(control, 'plan', plan.code, 'quality-check');
    await control.getByRole('button', { name: 'Nhận xét Thành phần hồ sơ' }).click();
    await control.getByRole('textbox', { name: 'Nhận xét về Thành phần hồ sơ' }).fill(QUESTION);
    await control.getByRole('button', { name: 'Gửi nhận xét' }).click();
    await control.getByText('1 nhận xét chưa trả lời').first().waitFor();
    // The keyboard goes on from what was just said.
    await announced(control, 'Đã gửi nhận xét.');
    await expect.poll(() => focused(control)).toMatch(/^SUMMARY .*chưa trả lời/);

    // Nobody signs over their own question.
    await control.getByRole('button', { name: /^Đồng ý và ký/ }).click();
    await control.getByRole('button', { name: 'Ký', exact: true }).click();
    await control.getByText('Còn 1 nhận xét chưa được trả lời').waitFor();
    await control.getByRole('button', { name: 'Quay lại xem nội dung' }).click();
    await control.getByRole('button', { name: /^Trả lại…/ }).click();
    const dialog = control.getByRole('dialog', { name: 'Trả lại' });
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Xem nhận xét tại dòng.');
    await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await announced(control, 'Đã trả lại.');

    // Where the line is edited, the question stands beside it and is answered.
    const { page: drafter } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}/edit` });
    await drafter.getByText(QUESTION).first().waitFor();
    await drafter.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await drafter.getByRole('textbox', { name: 'Trả lời nhận xét' }).fill('Không, đã tra cứu được.');
    // Nothing was changed yet, and the box says so.
    expect(await drafter.getByRole('checkbox', { name: 'Đã sửa dòng này theo nhận xét' }).isDisabled()).toBe(
      true,
    );
    await drafter.getByText('Chưa đánh dấu được', { exact: false }).waitFor();
    await drafter.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await drafter.getByText('đã trả lời').first().waitFor();
    await renamed(ministry, plan.code);
    await drafter.goto(`/plans/${plan.code}`);
    await submit(drafter);

    await openItem(control, 'plan', plan.code, 'quality-check');
    // What the drafter changed is marked against what was returned.
    const since = control.getByRole('region', { name: /^Đã đổi từ lần bạn quyết định/ });
    await since.locator('ins').getByText('Phiếu').waitFor();
    await control.getByRole('button', { name: 'Kết thúc' }).click();
    await control.getByRole('button', { name: 'Kết thúc' }).click();
    await control.getByText('đã kết thúc').first().waitFor();
    await control.getByRole('button', { name: /^Đồng ý và ký/ }).click();
    await expect.poll(() => focused(control)).toMatch(/^H2 Kiểm tra trước khi ký/);
    await control.getByRole('button', { name: 'Ký', exact: true }).click();
    await announced(control, /^Đã ký:/);
    // It goes on with the next item, or from the top where nothing is left.
    await expect.poll(() => focused(control)).toMatch(/^H[12] /);
  });

  test('that was answered by a change is confirmed by its author in one step', async ({ visit }) => {
    const ministry = await ministryAtWork();
    const plan = await submittedPlan(ministry, 2);
    const { page: control } = await visit({ as: 'btp-kiem-soat' });
    await openItem(control, 'plan', plan.code, 'quality-check');
    await control.getByRole('button', { name: 'Nhận xét Thành phần hồ sơ' }).click();
    await control.getByRole('textbox', { name: 'Nhận xét về Thành phần hồ sơ' }).fill(QUESTION);
    await control.getByRole('button', { name: 'Gửi nhận xét' }).click();
    await control.getByText('1 nhận xét chưa trả lời').first().waitFor();
    await ministry.control.does('plan', plan.code, { type: 'return', reason: 'Xem nhận xét' });

    await renamed(ministry, plan.code);
    const { page: drafter } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
    await drafter.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await drafter.getByRole('textbox', { name: 'Trả lời nhận xét' }).fill('Đã thay bằng phiếu tra cứu.');
    // The line reads otherwise than when it was remarked on.
    const ticked = drafter.getByRole('checkbox', { name: 'Đã sửa dòng này theo nhận xét' });
    expect(await ticked.isChecked()).toBe(true);
    await drafter.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await drafter.getByText('đã sửa theo nhận xét').first().waitFor();
    await submit(drafter);

    await openItem(control, 'plan', plan.code, 'quality-check');
    const answered = control.getByRole('region', { name: 'Đã sửa theo nhận xét của bước này' });
    await answered.getByText(QUESTION).waitFor();
    await answered.locator('ins').getByText('Phiếu').first().waitFor();
    await answered.getByRole('button', { name: /^Xác nhận/ }).waitFor();
    // The page of the plan offers the same where the remark stands.
    await control.goto(`/plans/${plan.code}`);
    await control.getByRole('button', { name: 'Xem và xác nhận…' }).click();
    const shown = control.getByRole('region', { name: /^Xác nhận:/ });
    await shown.locator('ins').getByText('Phiếu').first().waitFor();
    await shown.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await announced(control, /^Đã xác nhận:/);
    const { lanes, remarks } = await ministry.control.plan(plan.code);
    expect(lanes.map(({ step }) => step)).toEqual(['plan-approval', 'quality-check']);
    expect(remarks.every(({ resolvedBy }) => resolvedBy !== null)).toBe(true);
  });
});

/** What has the keyboard, and what it reads. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);

/** The drafter changes one paper of the first procedure. */
async function renamed({ drafter }: Ministry, code: string): Promise<void> {
  const { name, measures, reviewOn, deadline } = await drafter.plan(code);
  const content = {
    name,
    reviewOn,
    deadline,
    measures: measures.map(({ procedureCode, measure, current, proposed, documents }, index) => ({
      procedureCode,
      measure,
      current,
      proposed: index === 0 ? { ...proposed, papers: [{ name: 'Phiếu tra cứu' }] } : proposed,
      documents,
    })),
  };
  await drafter.does('plan', code, { type: 'saveContent', content });
}
