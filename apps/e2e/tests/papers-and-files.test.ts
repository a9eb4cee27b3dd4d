import { readFile } from 'node:fs/promises';
import { sampleDocx, samplePdf } from '@tinhgon/test-kit/sample-files';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { accessibilityProblems } from '../src/axe.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';

const filesOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Tệp đính kèm' }) });

async function choose(page: Page, button: string | RegExp, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await filesOf(page).getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** The words of a Word file's document part. */
async function wordsOf(path: string): Promise<string> {
  const zip = await fromBufferPromise(await readFile(path));
  let xml = '';
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) xml += String(piece);
  }
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, '');
}

describe('files of a plan', () => {
  test('are attached, looked at, found by their words, replaced and taken away', async ({ visit }) => {
    const plan = await newPlan(await ministryAtWork());
    const path = `/plans/${plan.code}`;
    const { page, complaints } = await visit({ as: 'btp-soan-thao', path });
    const files = filesOf(page);
    await files.getByText('Chưa có tệp nào.').waitFor();

    const word = plan.code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const text = `Đề nghị bỏ giấy xác nhận ${word}`;
    await choose(page, 'Chọn tệp…', 'Dự thảo tờ trình.pdf', samplePdf(text, 'trang hai'));
    const dialog = page.getByRole('dialog', { name: 'Đính kèm tệp' });
    await dialog.getByRole('textbox', { name: 'Tên hiển thị' }).fill('Dự thảo lần một');
    await dialog.getByRole('button', { name: 'Gửi tệp' }).click();
    await announced(page, 'Đã đính kèm tệp.');
    await files.getByText('Phiên bản 1 · Dự thảo tờ trình.pdf').waitFor();

    await files.getByRole('button', { name: /^Xem Dự thảo lần một/ }).click();
    const preview = page.getByRole('dialog', { name: 'Dự thảo lần một' });
    await preview.getByRole('img', { name: 'Trang 1 / 2' }).waitFor();
    await preview.getByText(text).waitFor({ state: 'attached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });

    await choose(page, 'Chọn tệp…', 'Dự thảo.docx', Buffer.from('không phải Word'));
    const refused = page.getByRole('dialog', { name: 'Đính kèm tệp' });
    await refused.getByRole('button', { name: 'Gửi tệp' }).click();
    await refused.getByText(/^Chỉ nhận tệp PDF, Word/).waitFor();
    await page.keyboard.press('Escape');

    const { page: control } = await visit({ as: 'btp-kiem-soat' });
    await control.keyboard.press('Control+k');
    const search = control.getByRole('combobox', { name: /^Tìm/ });
    const found = control.getByRole('option', { name: /Dự thảo lần một/ });
    await expect
      .poll(
        async () => {
          await search.fill('');
          await search.fill(`bo giay xac nhan ${word}`);
          return found.waitFor({ timeout: 1_000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await found.getByText(`trong tệp: … ${text}`).waitFor();
    await search.press('Enter');
    await control.getByRole('dialog', { name: 'Dự thảo lần một' }).getByRole('img').first().waitFor();
    expect(new URL(control.url()).pathname).toBe(path);

    await choose(page, /^Gửi phiên bản mới… Dự thảo lần một/, 'Bản sửa.docx', sampleDocx(['đã sửa']));
    const next = page.getByRole('dialog', { name: 'Phiên bản mới: Dự thảo lần một' });
    await next.getByRole('button', { name: 'Gửi tệp' }).click();
    await files.getByText('Phiên bản 2 · Bản sửa.docx').waitFor();
    await files.getByText('1 phiên bản trước').waitFor();

    await files.getByRole('button', { name: /^Gỡ… Dự thảo lần một/ }).click();
    const away = page.getByRole('dialog', { name: 'Gỡ tệp' });
    await away.getByRole('textbox', { name: 'Lý do' }).fill('Gửi nhầm tệp');
    await away.getByRole('button', { name: 'Gỡ tệp' }).click();
    await announced(page, 'Đã gỡ tệp.');
    await files.getByText('1 tệp đã gỡ').click();
    await files.getByText(/“Gửi nhầm tệp”/).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('papers', () => {
  test('the submission is made of what is recorded and opens in Word', async ({ visit }) => {
    const plan = await newPlan(await ministryAtWork(), 2);
    const { page } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
    const downloads = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tờ trình và phụ lục (Word)' }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe(`Tờ trình ${plan.code}.docx`);
    const words = await wordsOf(await download.path());
    for (const line of [
      'BỘ TƯ PHÁP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Kính gửi: Bộ trưởng Bộ Tư pháp',
      `Về việc thông qua phương án “${plan.name}”`,
      plan.document.title,
      'cắt giảm 02 giấy tờ',
      ...plan.procedures.map(({ name }) => name),
      '- Bản sao giấy khai sinh (01 bản chính)',
      '[căn cứ lựa chọn: chưa ghi]',
    ]) {
      expect(words).toContain(line);
    }
  });
});
