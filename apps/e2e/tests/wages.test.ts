import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

describe('hourly wages', () => {
  test('the programme office enters a wage with its sources and sees which is taken; then its next version', async ({
    visit,
  }) => {
    const mark = randomUUID().slice(0, 8);
    const name = `Lương thử ${mark}`;
    const { page } = await visit({ as: 'dau-moi', path: '/catalogue?tab=wages' });
    await page.getByRole('button', { name: 'Thêm mức tiền lương' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm mức tiền lương' });
    await form.getByRole('button', { name: 'Lưu' }).click();
    // The code, the name, the source, its amount and the reason are missing.
    await expect.poll(() => form.getByText('Hãy điền mục này.').count()).toBe(5);

    await form.getByRole('textbox', { name: 'Mã' }).fill(`L-${mark}`);
    await form.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill(name);
    await form.getByRole('textbox', { name: 'Nguồn 1', exact: true }).fill('Niên giám');
    await form.getByRole('textbox', { name: 'Đồng một giờ' }).fill('50000');
    await form.getByText(/Lấy 50\.000.đồng một giờ, theo nguồn: Niên giám/).waitFor();
    await form.getByRole('button', { name: 'Thêm nguồn' }).click();
    await form.getByRole('textbox', { name: 'Nguồn 2', exact: true }).fill('Khảo sát');
    await form.getByRole('textbox', { name: 'Đồng một giờ' }).last().fill('46000');
    await form.getByText(/Lấy 46\.000.đồng một giờ, theo nguồn: Khảo sát/).waitFor();
    await form.getByRole('textbox', { name: 'Lý do' }).fill('Lần đầu');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');
    const table = page.getByRole('table', { name });
    await table.getByText(/Khảo sát: 46\.000.đồng \(được lấy\)/).waitFor();

    await page.getByRole('button', { name: `Lập phiên bản mới ${name}` }).click();
    const next = page.getByRole('dialog', { name: 'Lập phiên bản mới của mức tiền lương' });
    await next.getByRole('button', { name: 'Xóa nguồn 2' }).click();
    await next.getByRole('textbox', { name: 'Đến hết' }).fill('01/01/2020');
    await next.getByRole('textbox', { name: 'Lý do' }).fill('Bỏ một nguồn');
    await next.getByRole('button', { name: 'Lưu' }).click();
    // What ends before it begins is refused beside its day.
    await next.getByText(/không được trước/).waitFor();
    await next.getByRole('textbox', { name: 'Đến hết' }).fill('');
    await next.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');
    await expect.poll(() => table.getByRole('row').count()).toBe(3);
    await table.getByText('Bỏ một nguồn').waitFor();
    await page
      .getByText(/Hôm nay tính 50\.000.đồng một giờ \(phiên bản 2\)/)
      .first()
      .waitFor();
  });
});
