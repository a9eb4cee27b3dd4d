import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

describe('the catalogue', () => {
  test('an administrator enters a person and gives them a function', async ({ visit }) => {
    const id = `canbo-${randomUUID().slice(0, 8)}`;
    const name = `Trần Thử ${id.slice(-8)}`;
    const { page } = await visit({ as: 'quan-tri', path: '/catalogue' });
    await page.getByRole('button', { name: 'Thêm người' }).click();
    const person = page.getByRole('dialog', { name: 'Thêm người' });
    await person.getByRole('button', { name: 'Lưu' }).click();
    await person.getByText('Hãy điền mục này.').first().waitFor();
    await person.getByRole('textbox', { name: 'Mã người dùng' }).fill(id);
    await person.getByRole('textbox', { name: 'Họ và tên' }).fill(name);
    await person.getByRole('textbox', { name: 'Mã ở hệ thống định danh' }).fill(id);
    await person.getByRole('combobox', { name: 'Cơ quan' }).fill('bo y te');
    await page.getByRole('option', { name: 'Bộ Y tế (BYT)' }).click();
    await person.getByRole('button', { name: 'Lưu' }).click();
    await announced(page, 'Đã lưu.');

    await page.getByRole('searchbox', { name: 'Tìm người' }).fill(name);
    await page.getByRole('button', { name: `Phân công ${name}` }).click();
    const assign = page.getByRole('dialog', { name: `Phân công cho ${name}` });
    await assign.getByRole('combobox', { name: 'Chức năng' }).selectOption('Vụ Pháp chế');
    await assign.getByRole('button', { name: 'Lưu' }).click();
    const row = page.getByRole('row').filter({ hasText: id });
    await row.getByText('Vụ Pháp chế · Bộ Y tế').waitFor();
  });

  test('whoever does not keep it is not offered it', async ({ visit }) => {
    const { page } = await visit({ as: 'btp-soan-thao', path: '/catalogue' });
    await page.getByText('Danh mục do người quản trị và cơ quan đầu mối giữ.').waitFor();
    expect(await page.getByRole('navigation', { name: 'Các trang' }).getByText('Danh mục').count()).toBe(0);
  });
});

describe('an import', () => {
  test('says row by row what is wrong, and takes the corrected file whole', async ({ visit }) => {
    const mark = randomUUID().slice(0, 8);
    const file = (rows: readonly string[]) => ({
      name: 'thu-tuc.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['\uFEFFMã;Tên;Cơ quan quản lý', ...rows].join('\r\n')),
    });
    const good = [`8.${mark}1;Cấp thẻ thử nghiệm ${mark};BTP`, `8.${mark}2;Đổi thẻ thử nghiệm ${mark};BYT`];
    const { page } = await visit({ as: 'dau-moi', path: '/imports' });
    await page.getByRole('combobox', { name: 'Loại dữ liệu' }).selectOption('Thủ tục hành chính');
    const choose = async (rows: readonly string[]) => {
      const waiting = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /^Tệp/ }).click();
      await (await waiting).setFiles(file(rows));
    };

    await choose([...good, `8.${mark}2;Trùng mã;BTP`, ';Thiếu mã;BTP', `8.${mark}4;Bộ lạ;KHONGCO`]);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    const problems = page.getByRole('table', { name: /lỗi$/ });
    await problems.waitFor();
    for (const line of ['4', '5', '6']) {
      await problems.getByRole('cell', { name: line, exact: true }).first().waitFor();
    }
    expect(await page.getByRole('button', { name: 'Nhập vào hệ thống' }).count()).toBe(0);
    const office = await apiAs('dau-moi');
    expect((await office.procedures({ q: `8.${mark}` })).total).toBe(0);

    await choose(good);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByText('Không có lỗi.').waitFor();
    await page.getByRole('button', { name: 'Nhập vào hệ thống' }).click();
    await page.getByText('Đã nhập xong.').waitFor();
    expect((await office.procedures({ q: `8.${mark}` })).total).toBe(2);
  });
});
