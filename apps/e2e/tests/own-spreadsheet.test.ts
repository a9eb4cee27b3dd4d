import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { expectNoAxeViolations } from '../src/axe.ts';
import { test } from '../src/journey.ts';
import { ministrySpreadsheet } from '../src/ministry-spreadsheet.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const spreadsheet = (buffer: Buffer) => ({ name: 'danh-muc-2025.xlsx', mimeType: MIME, buffer });

async function choose(page: Page, buffer: Buffer) {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Tệp/ }).click();
  await (await waiting).setFiles(spreadsheet(buffer));
  await page.getByRole('heading', { name: 'Ghép cột' }).waitFor();
}
const source = (page: Page, field: string) =>
  page
    .getByRole('combobox', { name: `Lấy “${field}” từ` })
    .locator('option:checked')
    .innerText();

describe('a ministry’s own spreadsheet', () => {
  test('is mapped once, mended in its cells, taken whole, and known again', async ({ visit }) => {
    const mark = randomUUID().slice(0, 8);
    const { page } = await visit({ as: 'dau-moi', path: '/imports' });
    // Tried as if it were a template first; the file need not be chosen again.
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Tệp/ }).click();
    await (await waiting).setFiles(spreadsheet(await ministrySpreadsheet(mark)));
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByRole('button', { name: 'Ghép cột cho tệp này' }).click();
    await page.getByRole('heading', { name: 'Ghép cột' }).waitFor();

    // Sheet and headings were found below the titles, on two rows; what is only alike is marked.
    expect(await page.getByRole('combobox', { name: 'Trang tính' }).inputValue()).toBe('Phụ lục I');
    expect(await page.getByRole('combobox', { name: 'Dòng tiêu đề cột' }).inputValue()).toBe('6');
    const columns = page.getByRole('table', { name: 'Ghép cột' });
    expect(await source(page, 'Mã')).toBe('B · Mã số TTHC');
    expect(await source(page, 'Cơ quan quản lý')).toBe('E · Quản lý – Cơ quan');
    await columns
      .getByRole('row', { name: /Cấp xã/ })
      .getByText('✓')
      .waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('combobox', { name: 'Lấy “Cơ quan quản lý” từ' }).selectOption('Không lấy');
    await page.getByRole('button', { name: 'Kiểm tra và xem trước' }).click();
    await page.getByText('Còn 1 mục bắt buộc chưa có cột hay giá trị.').waitFor();
    await page
      .getByRole('combobox', { name: 'Lấy “Cơ quan quản lý” từ' })
      .selectOption('E · Quản lý – Cơ quan');
    await page.getByRole('button', { name: 'Kiểm tra và xem trước' }).click();

    // Five mistakes by their cells; only wrong rows are shown at first.
    await page.getByText('5 lỗi ở 3 dòng').waitFor();
    const rows = page.getByRole('table', { name: 'Kiểm tra và sửa' });
    await rows.getByText(/^F10: /).waitFor();
    expect(await rows.getByRole('row').count()).toBe(4);
    await expectNoAxeViolations(page);
    await page.getByRole('checkbox', { name: 'Chỉ hiện dòng có lỗi' }).uncheck();
    expect(await rows.getByRole('row').count()).toBe(6);
    await page.getByRole('checkbox', { name: 'Chỉ hiện dòng có lỗi' }).check();

    // With the keyboard: the day, then the code, which is the next wrong cell.
    await rows.getByRole('textbox', { name: 'Quản lý từ ngày, ô F10' }).fill('28/02/2025');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Mã, ô B11');
    await page.keyboard.type(`7.${mark}4`);
    await page.keyboard.press('Tab');
    // Any other cell opens with Enter, and whoever closes it with Enter stands there again.
    await rows.getByRole('button', { name: /^Lĩnh vực, ô D11/ }).press('Enter');
    await rows.getByRole('textbox', { name: 'Lĩnh vực, ô D11' }).fill('Hộ tịch');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Lĩnh vực, ô D11: Hộ tịch/);
    await page.getByRole('combobox', { name: '“cấp vùng” nghĩa là' }).click();
    await page.getByRole('option', { name: 'Trung ương' }).click();
    await page.getByRole('button', { name: 'Bỏ qua dòng 12' }).click();
    await page.getByText('Có sửa đổi chưa kiểm tra.').waitFor();

    // Nothing typed is lost by a reload.
    await page.reload();
    await page.getByRole('button', { name: 'Lấy lại dòng 12' }).waitFor();
    await page.getByText('Không có lỗi.').waitFor();
    const office = await apiAs('dau-moi');
    expect((await office.procedures({ q: mark })).total).toBe(0);
    await page.getByRole('button', { name: 'Nhập vào hệ thống' }).click();
    // What the check foresaw stands there already; this is said when it is done.
    await page.getByText('Đã nhập xong.').waitFor();
    await page.getByText('Thêm mới 4, thay đổi 0, giữ nguyên 0.').waitFor();
    expect((await office.procedures({ q: mark })).total).toBe(4);

    // A colleague's next file of that kind is read the same way, its word understood; the same file changes nothing.
    const { page: next } = await visit({ as: 'dau-moi-2', path: '/imports/own' });
    await choose(next, await ministrySpreadsheet(mark));
    await next.getByText(/Đã ghép theo cách cơ quan của bạn giữ từ lần trước/).waitFor();
    await next.getByRole('button', { name: 'Kiểm tra và xem trước' }).click();
    await next.getByText('4 lỗi ở 3 dòng').waitFor();
  });
});
