import { expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { untouchedProcedures } from '../src/baseline-procedure.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';

test('the baseline changes once a second person of the office approves what the first proposed', async ({
  visit,
}) => {
  const office = await apiAs('dau-moi');
  const [procedure] = await untouchedProcedures(office, 1);
  const code = procedure?.code ?? '';
  const { page } = await visit({ as: 'dau-moi', path: '/baselines' });
  await page.getByRole('button', { name: 'Đề nghị đổi số gốc' }).click();
  const form = page.getByRole('dialog', { name: 'Đề nghị đổi số gốc' });
  await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await form.getByText('Hãy điền mục này.').first().waitFor();
  await form.getByRole('textbox', { name: 'Từ ngày' }).fill('01/01/2089');
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Thủ tục này đã bãi bỏ theo luật khác');
  await form.getByRole('textbox', { name: 'Số văn bản quyết định' }).fill('77/QĐ-TTg');
  await form.getByRole('textbox', { name: 'Ngày ký văn bản' }).fill('20/12/2025');
  await form.getByRole('textbox', { name: /^Mã thủ tục bỏ ra/ }).fill(`${code} khong-co-ma`);
  await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await form
    .getByText(/khong-co-ma/)
    .last()
    .waitFor();
  await form.getByRole('textbox', { name: /^Mã thủ tục bỏ ra/ }).fill(code);
  await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await announced(page, 'Đã lưu.');
  await page.getByRole('link', { name: '01/01/2089' }).click();
  await page.getByText('Không ai được quyết định về nội dung do chính mình soạn hoặc sửa.').last().waitFor();

  const second = await visit({ as: 'dau-moi-2', path: new URL(page.url()).pathname });
  const effect = second.page.getByRole('table', { name: 'Đề nghị này đổi gì, tính theo hôm nay' });
  await effect.getByRole('row').filter({ hasText: 'Số gốc' }).getByText('-1').waitFor();
  await second.page.getByRole('link', { name: code }).waitFor();
  await second.page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await announced(second.page, 'Đã lưu.');
  await second.page.getByText(/^Đã duyệt: Châu Văn Hiếu/).waitFor();
  await second.page.getByRole('link', { name: 'Số gốc', exact: true }).click();
  const row = second.page
    .getByRole('table', { name: 'Lịch sử số gốc' })
    .getByRole('row')
    .filter({ hasText: '01/01/2089' });
  await row.getByText('Theo 77/QĐ-TTg ngày 20/12/2025').waitFor();
  await row.getByText(/Đoàn Thị Thu/).waitFor();
  await row.getByText(/Châu Văn Hiếu/).waitFor();
  await row.getByRole('link', { name: '01/01/2089' }).click();
  await second.page.getByText('chốt ngày 01/01/2089').first().waitFor();
  expect(second.complaints).toEqual([]);
});

test('a supervisor follows the difference of two days down to a procedure', async ({ visit }) => {
  const { page, complaints } = await visit({ as: 'giam-sat', path: '/?asAt=2024-12-31' });
  await page.getByRole('link', { name: 'so với ngày khác' }).click();
  const causes = page.getByRole('table', { name: 'Nguyên nhân' });
  const row = (name: string) => causes.getByRole('row').filter({ hasText: name });
  await row('Bằng chứng mới').getByText('+313').first().waitFor();
  await row('Bỏ ra khỏi số gốc').getByText('−62').waitFor();
  await row('Cộng').getByText('+313').waitFor();
  await causes.getByRole('button', { name: 'Bằng chứng mới' }).click();
  const lines = page.getByRole('table', { name: 'Từng thủ tục: Bằng chứng mới' });
  await lines
    .getByText(/^tính từ \d\d\/\d\d\/2024$/)
    .first()
    .waitFor();
  expect(page.url()).toContain('cause=counted');
  await lines.getByRole('link').first().click();
  await page
    .getByText(/CSDL|cơ sở dữ liệu/i)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});
