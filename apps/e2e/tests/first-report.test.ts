import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from 'playwright-core';
import writeXlsx from 'write-excel-file/node';
import { test } from '../src/journey.ts';
import { type OwnStack, startOwnStack } from '../src/own-stack.ts';
import { PROGRAMME } from '../src/scenario.ts';
import { seedMinistry } from '../src/seed.ts';
import { wordsOf } from '../src/words-of-word.ts';

let own: OwnStack;
beforeAll(async () => {
  own = await startOwnStack();
  await seedMinistry(own.place);
});
afterAll(() => own.end());

/** Spreadsheets as a ministry keeps them, each headed in its own way. */
const SHEETS: readonly {
  readonly kind: string;
  readonly added: number;
  readonly rows: readonly string[][];
  /** A word of the ministry's own, and what it means here. */
  readonly word?: readonly [string, string];
}[] = [
  {
    kind: 'Thủ tục hành chính',
    added: 4,
    rows: [
      [
        'STT',
        'Mã TTHC',
        'Tên thủ tục hành chính',
        'Lĩnh vực',
        'Cấp giải quyết',
        'Bộ, ngành',
        'Ngày tiếp nhận',
      ],
      ...[1, 2, 3, 4].map((n) => [
        `${n}`,
        `1.00000${n}`,
        `Thủ tục số ${n}`,
        'Hộ tịch',
        'Cấp xã',
        'Bộ Tư pháp',
        '01/03/2025',
      ]),
    ],
  },
  {
    kind: 'Số gốc',
    added: 4,
    rows: [
      ['Đề án', 'Ngày chốt', 'Lý do điều chỉnh', 'Mã số TTHC'],
      ...[1, 2, 3, 4].map((n) => [PROGRAMME, '01/04/2025', 'Danh mục ban đầu', `1.00000${n}`]),
    ],
  },
  {
    kind: 'Văn bản quy phạm pháp luật',
    added: 1,
    rows: [
      [
        'Mã VB',
        'Loại VB',
        'Trích yếu nội dung',
        'Đề án',
        'Bộ chủ trì',
        'Số/ký hiệu',
        'Ngày ban hành',
        'Ngày có hiệu lực',
      ],
      [
        'TT-01',
        'Thông tư',
        'Sửa đổi thủ tục hộ tịch',
        PROGRAMME,
        'Bộ Tư pháp',
        '01/2025/TT-BTP',
        '02/05/2025',
        '20/06/2025',
      ],
    ],
  },
  {
    kind: 'Bằng chứng đã có',
    added: 3,
    word: ['Cắt giảm giấy tờ', 'Cắt giảm thành phần hồ sơ'],
    rows: [
      [
        'Mã VB',
        'Mã TTHC',
        'Phương án đơn giản hóa',
        'Số QĐ công bố',
        'Ngày QĐ công bố',
        'Mã trên CSDL quốc gia',
        'Ngày cập nhật',
      ],
      ...[1, 2, 3].map((n) => [
        'TT-01',
        `1.00000${n}`,
        'Cắt giảm giấy tờ',
        '55/QĐ-BTP',
        '10/06/2025',
        `CSDL-${n}`,
        '15/06/2025',
      ]),
    ],
  },
];

/** A Word file that says the same in other bytes, as a signature makes them: a zip with a comment behind it. */
function withComment(docx: Buffer): Buffer {
  const comment = Buffer.from('signed');
  const copy = Buffer.from(docx);
  copy.writeUInt16LE(comment.length, copy.length - 2);
  return Buffer.concat([copy, comment]);
}

async function takeIn(page: Page, { kind, added, rows, word }: (typeof SHEETS)[number]): Promise<void> {
  const buffer = await writeXlsx(
    rows.map((row) => row.map((value) => ({ value }))),
    { sheet: 'Danh mục' },
  ).toBuffer();
  await page.goto(new URL('/imports/own', own.place.web).href);
  await page.getByRole('combobox', { name: 'Loại dữ liệu' }).selectOption(kind);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Tệp/ }).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (await chooser).setFiles({ name: `${kind}.xlsx`, mimeType, buffer });
  await page.getByRole('heading', { name: 'Ghép cột' }).waitFor();
  await page.getByRole('button', { name: 'Kiểm tra và xem trước' }).click();
  if (word) {
    await page.getByRole('combobox', { name: `“${word[0]}” nghĩa là` }).click();
    await page.getByRole('option', { name: word[1] }).click();
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  }
  await page.getByText('Không có lỗi.').waitFor();
  await page.getByRole('button', { name: 'Nhập vào hệ thống' }).click();
  await page.getByText('Đã nhập xong.').waitFor();
  await page.getByText(`Thêm mới ${added}, thay đổi 0, giữ nguyên 0.`).waitFor();
}

test('an office goes from an empty system and a ministry’s spreadsheets to the signed report', async ({
  visit,
}) => {
  const { page, complaints } = await visit({ at: own.place.web, as: 'dau-moi' });
  for (const sheet of SHEETS) await takeIn(page, sheet);

  await page.goto(own.place.web);
  await page.getByText('75,00').first().waitFor();
  await page.getByRole('link', { name: 'Báo cáo' }).click();
  const form = page.getByRole('form', { name: 'Lập báo cáo' });
  await form.getByRole('textbox', { name: 'Tính đến ngày' }).fill('31/12/2025');
  await form.getByRole('button', { name: 'Lập báo cáo' }).click();
  const row = page.getByRole('table', { name: 'Các báo cáo đã lập' }).getByRole('row').nth(1);
  await row.getByText('3 thủ tục, 75,00 %').waitFor();
  const download = page.waitForEvent('download');
  await row.getByRole('link', { name: 'Word' }).click();
  const word = await (await download).path();
  const words = await wordsOf(word);
  expect(words).toMatch(/3 thủ tục/);
  expect(words).toMatch(/đạt\s75\s%/);
  expect(words).toContain('01/2025/TT-BTP');

  await row.getByRole('button', { name: 'Ký…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ký báo cáo' });
  await dialog.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
  await dialog.getByText('Hãy điền mục này.').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('12/BC-BTP');
  await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill('05/01/2026');
  const give = async (buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Chọn tệp…' }).click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await (await chooser).setFiles({ name: 'Báo cáo đã ký.docx', mimeType, buffer });
    await dialog.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
  };
  // The file as it was made bears no signature.
  await give(await readFile(word));
  await dialog.getByText('Đây chính là tệp hệ thống đã lập').waitFor();
  await dialog.getByRole('button', { name: 'Bỏ' }).click();
  await give(withComment(await readFile(word)));
  await row.getByText('Đã ký: số 12/BC-BTP, ngày 05/01/2026').waitFor();
  await row.getByText('Số liệu trong bản đã ký đúng như báo cáo.').waitFor();
  await row.getByRole('link', { name: /^Bản đã ký/ }).waitFor();

  await row.getByRole('button', { name: 'Thu hồi…' }).click();
  const back = page.getByRole('dialog', { name: 'Thu hồi ghi nhận đã ký' });
  await back.getByRole('textbox', { name: 'Lý do' }).fill('Nhầm số văn bản');
  await back.getByRole('button', { name: 'Thu hồi' }).click();
  await row.getByText('1 ghi nhận đã thu hồi').click();
  await row.getByText(/thu hồi lúc .*: Nhầm số văn bản/).waitFor();

  // By number and day alone.
  await row.getByRole('button', { name: 'Ký…' }).click();
  await dialog.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('13/BC-BTP');
  await dialog.getByRole('textbox', { name: 'Ngày ký' }).fill('06/01/2026');
  await dialog.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
  await row.getByText('Đã ký: số 13/BC-BTP, ngày 06/01/2026').waitFor();
  expect(complaints).toEqual([]);
});
