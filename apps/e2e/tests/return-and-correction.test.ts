import { describe, expect } from 'vitest';
import { announced, openItem, submit } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import {
  announcedDocument,
  approvedPlan,
  documentAt,
  ministryAtWork,
  submittedPlan,
} from '../src/scenario.ts';

const REASON = 'Thiếu số liệu về chi phí tuân thủ của thủ tục thứ nhất.';

describe('a plan that is returned', () => {
  test('goes back with its reason and comes again', async ({ visit }) => {
    const plan = await submittedPlan(await ministryAtWork());

    const { page: control } = await visit({ as: 'btp-kiem-soat' });
    await openItem(control, 'plan', plan.code, 'quality-check');
    await control.getByRole('button', { name: /^Trả lại…/ }).click();
    const dialog = control.getByRole('dialog', { name: 'Trả lại' });
    await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await dialog.getByText('Hãy ghi lý do.').waitFor();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill(REASON);
    await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await announced(control, 'Đã trả lại.');

    const { page: drafter } = await visit({ as: 'btp-soan-thao', path: '/inbox?view=returned' });
    await drafter
      .getByRole('region', { name: 'Việc đang chờ' })
      .getByRole('button', { name: plan.name })
      .click();
    // Who sent it back and why stands first, and editing is one step away, with the reason still in sight.
    const detail = drafter.getByRole('region', { name: 'Việc đang xem' });
    await detail.getByText(REASON).waitFor();
    await detail.getByText(/^Vũ Đức Long trả lại từ bước kiểm soát chất lượng/i).waitFor();
    await detail.getByRole('button', { name: /^Sửa phương án/ }).click();
    await drafter.getByRole('heading', { level: 1, name: 'Sửa phương án' }).waitFor();
    await drafter.getByText(REASON).waitFor();
    await drafter.getByRole('link', { name: plan.code }).click();
    await drafter.getByRole('heading', { level: 1, name: plan.name }).waitFor();
    await drafter.getByText(REASON).waitFor();
    await submit(drafter, 'Đã bổ sung số liệu.');
    await drafter.getByText('Đã bổ sung số liệu.').waitFor();

    await openItem(control, 'plan', plan.code, 'quality-check');
    await control.getByRole('button', { name: /^Đồng ý và ký/ }).waitFor();
  });
});

describe('evidence that was wrong', () => {
  test('is corrected by one and confirmed by another, and stays readable', async ({ visit }) => {
    const ministry = await ministryAtWork();
    const plan = await approvedPlan(ministry);
    await announcedDocument(ministry, plan);
    await documentAt(ministry.control, plan.document.code, 'national-database');
    const path = `/documents/${plan.document.code}`;

    const { page: asking } = await visit({ as: 'btp-kiem-soat', path });
    const evidence = asking.getByRole('listitem').filter({ hasText: 'Quyết định công bố ·' });
    await evidence.getByRole('button', { name: 'Đề nghị sửa…' }).click();
    const dialog = asking.getByRole('dialog', { name: 'Đề nghị sửa bằng chứng' });
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('1234/QĐ-BTP');
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await dialog.getByText('Hãy ghi lý do.').waitFor();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Ghi nhầm số quyết định.');
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await announced(asking, 'Đã gửi đề nghị sửa, chờ xác nhận.');

    // The one who asked sees that the confirmation is not theirs, and the server thinks so too.
    await asking.reload();
    const own = asking.getByRole('button', { name: 'Xác nhận sửa' });
    await own.waitFor();
    expect(await own.getAttribute('aria-disabled')).toBe('true');
    await asking
      .getByText('Không ai được quyết định về nội dung do chính mình soạn hoặc sửa.')
      .first()
      .waitFor();
    const [correction] = (await ministry.control.document(plan.document.code)).corrections;
    await expect(
      ministry.control.does('document', plan.document.code, {
        type: 'confirmCorrection',
        correctionId: correction?.id,
      }),
    ).rejects.toMatchObject({ status: 403, code: 'FOUR_EYES' });

    const { page: confirming } = await visit({ as: 'btp-lanh-dao', path });
    await confirming.getByRole('button', { name: 'Xác nhận sửa' }).click();
    await announced(confirming, 'Đã xác nhận sửa.');
    await confirming.reload();
    await confirming.getByRole('listitem').filter({ hasText: '1234/QĐ-BTP' }).first().waitFor();
    await confirming
      .getByText(/được thay ngày/)
      .first()
      .waitFor();
  });
});
