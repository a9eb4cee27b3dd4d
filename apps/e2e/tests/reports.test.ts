import { expect } from 'vitest';
import { test } from '../src/journey.ts';

test('a supervisor has the report of a past day made, and takes it away as Word', async ({ visit }) => {
  const { page, complaints } = await visit({ as: 'giam-sat', path: '/?asAt=2024-12-31' });
  await page.getByRole('link', { name: 'Báo cáo' }).click();
  const form = page.getByRole('form', { name: 'Lập báo cáo' });
  expect(await form.getByRole('textbox', { name: 'Tính đến ngày' }).inputValue()).toBe('31/12/2024');
  await form.getByRole('textbox', { name: 'Tính đến ngày' }).fill('');
  await form.getByRole('button', { name: 'Lập báo cáo' }).click();
  await form.getByText('Hãy chọn ngày.').waitFor();
  await form.getByRole('textbox', { name: 'Tính đến ngày' }).fill('31/12/2024');
  await form.getByRole('button', { name: 'Lập báo cáo' }).click();
  const row = page.getByRole('table', { name: 'Các báo cáo đã lập' }).getByRole('row').nth(1);
  await row.getByText('898 thủ tục, 82,84 %').waitFor();
  const download = page.waitForEvent('download');
  await row.getByRole('link', { name: 'Word' }).click();
  expect((await download).suggestedFilename()).toBe('bao-cao-896-2024-12-31.docx');
  await row.getByText('Mã kiểm tra của các tệp').click();
  await row
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});
