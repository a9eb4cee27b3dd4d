import { sampleDocx, samplePdf, sampleScan } from '@tinhgon/test-kit/sample-files';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityProblems } from '../src/axe.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';
import { wordsOf } from '../src/words-of-word.ts';

const filesOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Tệp đính kèm' }) });

async function choose(page: Page, button: string | RegExp, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await filesOf(page).getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
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

/** Attaches a file under its own name. */
async function attach(page: Page, name: string, buffer: Buffer): Promise<void> {
  await choose(page, 'Chọn tệp…', name, buffer);
  const dialog = page.getByRole('dialog', { name: 'Đính kèm tệp' });
  await dialog.getByRole('button', { name: 'Gửi tệp' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Brightness in the middle of the left and of the right half of a picture. */
const halves = (picture: Locator): Promise<number[]> =>
  picture.evaluate((canvas: HTMLCanvasElement) =>
    [0.25, 0.75].map((part) => {
      const pixel = canvas.getContext('2d')?.getImageData(canvas.width * part, canvas.height / 2, 1, 1);
      return pixel?.data[0] ?? -1;
    }),
  );

describe('the list of files', () => {
  test('is searched and put in order; a scan is drawn though nothing but its own worker may decode', async ({
    visit,
  }) => {
    const plan = await newPlan(await ministryAtWork());
    const { page, complaints } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
    const files = filesOf(page);
    await attach(page, 'Bản quét.pdf', sampleScan());
    await attach(page, 'Đề án.docx', sampleDocx(['x']));
    const titles = files.getByRole('listitem').locator('.medium');
    await expect.poll(() => titles.allTextContents()).toEqual(['Bản quét', 'Đề án']);
    await files.getByLabel('Sắp xếp').selectOption('Mới nhất trước');
    await expect.poll(() => titles.allTextContents()).toEqual(['Đề án', 'Bản quét']);
    await files.getByRole('searchbox').fill('ban quet');
    await files.getByText('Tìm thấy 1 tệp').waitFor();
    await expect.poll(() => titles.allTextContents()).toEqual(['Bản quét']);
    expect(await accessibilityProblems(page)).toEqual([]);

    await files.getByRole('button', { name: /^Xem Bản quét/ }).click();
    const picture = page.getByRole('dialog', { name: 'Bản quét' }).getByRole('img', { name: 'Trang 1 / 1' });
    await picture.waitFor();
    // Grey is JPEG 2000, black is JBIG2; what could not be decoded is white.
    await expect.poll(() => halves(picture), { timeout: 15_000 }).toEqual([128, 0]);
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
