import { describe, expect } from 'vitest';
import { announced, approve, openItem, submit } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

const REASON = 'Thời hạn của thủ tục này chưa hợp lý.';

describe('a plan of which some procedures are returned', () => {
  test('goes on with the others, and asks again only about what changed', async ({ visit }) => {
    const ministry = await ministryAtWork();
    const plan = await submittedPlan(ministry, 3);
    await ministry.control.does('plan', plan.code, { type: 'approve' });
    const [, second] = plan.procedures;
    if (!second) throw new RangeError('three procedures were asked for');

    // The leader returns one of three, with the keyboard alone once the dialog is open.
    const { page: leader } = await visit({ as: 'btp-lanh-dao' });
    await openItem(leader, 'plan', plan.code, 'plan-approval');
    await leader.keyboard.press('r');
    const dialog = leader.getByRole('dialog', { name: 'Trả lại' });
    await dialog.getByRole('radio', { name: 'Cả phương án (3 thủ tục)' }).focus();
    await leader.keyboard.press('ArrowDown');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill(REASON);
    await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await dialog.getByText('Hãy chọn ít nhất một thủ tục để trả lại.').waitFor();
    await dialog.getByRole('checkbox', { name: new RegExp(second.code) }).focus();
    await leader.keyboard.press('Space');
    await dialog.getByText('Đã chọn 1 trong 3 thủ tục').waitFor();
    await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await announced(leader, 'Đã trả lại.');

    // The others go on to their approval.
    await openItem(leader, 'plan', plan.code, 'plan-approval');
    await leader.getByText('2 trong 3 thủ tục').first().waitFor();
    await approve(leader);

    // The drafter sees where each part is, and can change that one procedure alone.
    const { page: drafter } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
    await drafter.getByText('Đã phê duyệt 2 trong 3 thủ tục; phần này đi tiếp cùng văn bản.').waitFor();
    await drafter.getByRole('link', { name: 'Sửa phương án' }).click();
    await drafter.getByText('Chỉ 1 trong 3 thủ tục được trả lại.', { exact: false }).waitFor();
    expect(await drafter.getByRole('textbox', { name: 'Tên phương án' }).count()).toBe(0);
    expect(await drafter.getByRole('searchbox', { name: 'Tìm thủ tục để thêm' }).count()).toBe(0);
    await drafter.getByRole('textbox', { name: 'Thời hạn (ngày)' }).last().fill('3');
    await drafter.getByRole('button', { name: 'Kiểm tra' }).click();
    await drafter.getByRole('button', { name: 'Lưu phương án' }).click();
    await drafter.getByRole('heading', { level: 1, name: plan.name }).waitFor();
    await submit(drafter);
    await drafter
      .getByText(/^Chữ ký của Vũ Đức Long ngày .* không còn hiệu lực với 1 thủ tục, vì đã sửa thời hạn\.$/)
      .waitFor();

    // Whose approval fell hears so, and decides about that procedure alone.
    const { page: control } = await visit({ as: 'btp-kiem-soat' });
    await openItem(control, 'plan', plan.code, 'quality-check');
    await control.getByText('Bước này được hỏi lại, chỉ về những gì đã thay đổi').waitFor();
    await control.getByText(/^Chữ ký của bạn ngày .* không còn hiệu lực với 1 thủ tục/).waitFor();
    await control.getByText('Đã sửa sau khi được đồng ý: thời hạn').waitFor();
    await control.getByText('2 thủ tục đã phê duyệt, đang được thực hiện', { exact: false }).waitFor();
    await approve(control);
    await openItem(leader, 'plan', plan.code, 'plan-approval');
    await approve(leader);

    const { lanes, phase } = await ministry.office.plan(plan.code);
    expect([lanes, phase]).toEqual([[], expect.stringMatching(/^(approved|carrying-out)$/)]);
    const document = await ministry.office.document(plan.document.code);
    expect(document.phase).toBe('drafting');
  });
});
