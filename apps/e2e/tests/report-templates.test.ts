import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

test('the programme office writes its own texts round a report, sees them with a day’s figures, and makes one', async ({
  visit,
}) => {
  const mark = randomUUID().slice(0, 8);
  const { page } = await visit({ as: 'dau-moi', path: '/reports' });
  await page.getByRole('link', { name: 'Mẫu báo cáo' }).click();
  const form = page.getByRole('form', { name: 'Lời của mẫu' });
  const preview = page.getByRole('region', { name: 'Xem trước' });
  await preview.getByRole('textbox', { name: 'Với số liệu ngày' }).fill('31/12/2024');
  await preview.getByText(/đã đơn giản hóa 898 thủ tục, đạt 83.% chương trình/).waitFor();

  const opening = form.getByRole('textbox', { name: 'Mở đầu' });
  await opening.fill('Đã có {{simplifed}} thủ tục.');
  await form.getByText(/“{{simplifed}}” không phải là từ thay thế/).waitFor();
  await opening.fill(`Văn bản ${mark}: {{simplified}}/{{baseline}} thủ tục, {{share}}.`);
  await preview.getByText(new RegExp(`Văn bản ${mark}: 898/1\\.084 thủ tục, 82,84.%\\.`)).waitFor();
  await form.getByRole('textbox', { name: 'Kính gửi' }).fill('Thủ tướng Chính phủ');
  await preview.getByText('Kính gửi: Thủ tướng Chính phủ').waitFor();

  await form.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('');
  await form.getByRole('button', { name: 'Lưu thành phiên bản mới' }).click();
  // The agency and the reason are missing, each named above and beside its field.
  await form.getByRole('link', { name: 'Cơ quan ban hành' }).click();
  await form.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Bộ Tư pháp');
  await form.getByRole('textbox', { name: 'Lý do' }).fill(`Lần ${mark}`);
  await form.getByRole('button', { name: 'Lưu thành phiên bản mới' }).click();
  await announced(page, 'Đã lưu.');
  const versions = page.getByRole('table', { name: 'Các phiên bản của mẫu' });
  await versions.getByText(`Lần ${mark}`).waitFor();
  await versions.getByText('Lời có sẵn của phần mềm').waitFor();

  await versions.getByRole('button', { name: 'Đưa vào ô sửa Phiên bản 1', exact: true }).click();
  await expect.poll(() => opening.inputValue()).toBe('');

  // What is in the form is not saved: leaving it is asked about, and nothing is lost by staying.
  await opening.fill('Lời chưa lưu');
  const leave = page.getByRole('link', { name: 'Báo cáo', exact: true }).first();
  await leave.click();
  const question = page.getByRole('dialog', { name: 'Nội dung đang sửa chưa được lưu' });
  await question.getByRole('button', { name: 'Ở lại sửa tiếp' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await opening.inputValue()).toBe('Lời chưa lưu');
  await leave.click();
  await question.getByRole('button', { name: 'Rời đi, không lưu' }).click();
  await page.getByRole('button', { name: 'Lập báo cáo' }).click();
  await page
    .getByRole('table', { name: 'Các báo cáo đã lập' })
    .getByRole('row')
    .nth(1)
    .getByText(/mẫu phiên bản [2-9]/)
    .waitFor();
});
