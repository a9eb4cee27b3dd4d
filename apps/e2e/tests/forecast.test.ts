import { expect } from 'vitest';
import { test } from '../src/journey.ts';

test('a supervisor reads when all will count, tries what would help, and finds the day at the document', async ({
  visit,
}) => {
  const { page, complaints } = await visit({ as: 'giam-sat', path: '/' });
  await page.getByRole('link', { name: 'Dự báo' }).click();
  await page.getByText(/thủ tục đang làm được tính chậm nhất ngày \d/).waitFor();
  const shares = page.getByRole('table', { name: 'Khi nào đạt tỷ lệ nào' });
  await shares
    .getByRole('row')
    .filter({ hasText: '100 %' })
    .getByText(/chưa có việc nào/)
    .waitFor();

  const work = page.getByRole('table', { name: 'Các việc đang làm' });
  const first = work.getByRole('row').filter({ hasText: 'TT-' }).first();
  const code = /TT-[A-Z0-9-]+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
  await page.getByRole('button', { name: 'Thử một điều' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thử một điều' });
  await dialog.getByRole('button', { name: 'Tính' }).click();
  await dialog.getByText('Vui lòng nhập.').waitFor();
  await dialog.getByRole('combobox', { name: 'Văn bản' }).fill(code);
  await page.getByRole('option', { name: new RegExp(code) }).click();
  await dialog.getByRole('button', { name: 'Tính' }).click();
  await page.getByText(`${code} sớm hơn 60 ngày`).waitFor();
  const answer = page.getByRole('table', { name: 'Nếu như' });
  await answer.getByRole('row').filter({ hasText: 'Mọi việc đang làm được tính' }).waitFor();
  // Whoever is sent the address sees the same.
  await page.reload();
  await page.getByText(`${code} sớm hơn 60 ngày`).waitFor();
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await answer.waitFor({ state: 'detached' });

  const line = work.getByRole('row').filter({ hasText: code });
  const day = await line.getByRole('cell').nth(1).locator('.nowrap').textContent();
  await line.getByRole('link').click();
  await page.getByRole('link', { name: `trước ngày ${day} trong 85 trên 100 lần tính` }).waitFor();
  expect(complaints).toEqual([]);
});
