import { addDays } from '@tinhgon/rules/day';
import { expect } from 'vitest';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { ministryAtWork, newPlan, today, written } from '../src/scenario.ts';

test('a bottleneck is raised on a plan’s procedure, answered by another ministry and accepted', async ({
  visit,
}) => {
  const plan = await newPlan(await ministryAtWork());
  const [procedure] = plan.procedures;
  const what = `Chưa có dữ liệu liên thông cho ${procedure?.name}`;
  const { page } = await visit({ as: 'btp-soan-thao', path: `/plans/${plan.code}` });
  await page.getByRole('button', { name: 'Nêu vướng mắc…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nêu vướng mắc' });
  await dialog.getByRole('combobox', { name: 'Vướng ở đâu' }).click();
  await page.getByRole('option', { name: `Thủ tục ${procedure?.code}` }).click();
  await dialog.getByRole('textbox', { name: 'Vướng mắc' }).fill(what);
  await dialog.getByRole('combobox', { name: 'Nguyên nhân' }).selectOption('data');
  await dialog.getByRole('combobox', { name: 'Cơ quan chịu trách nhiệm trả lời' }).fill('Bộ Y tế');
  await page.getByRole('option', { name: /Bộ Y tế/ }).click();
  await dialog.getByRole('textbox', { name: 'Hạn trả lời' }).fill(written(addDays(today(), 20)));
  await dialog.getByRole('button', { name: 'Nêu vướng mắc', exact: true }).click();
  await announced(page, /Đã nêu vướng mắc/);

  const answering = await visit({ as: 'byt-phap-che', path: '/bottlenecks?scope=agency&status=open' });
  await answering.page.getByRole('link', { name: what }).click();
  await answering.page.getByRole('button', { name: 'Trả lời…' }).click();
  const reply = answering.page.getByRole('dialog', { name: 'Trả lời vướng mắc' });
  await reply.getByRole('textbox', { name: 'Trả lời' }).fill('Dữ liệu sẽ có trong quý tới.');
  await reply.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await announced(answering.page, 'Đã trả lời.');

  await page.goto('/bottlenecks?scope=mine');
  await page.getByRole('link', { name: what }).click();
  await page.getByText('Dữ liệu sẽ có trong quý tới.').first().waitFor();
  await page.getByRole('button', { name: 'Chấp nhận…', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chấp nhận' }).click();
  await announced(page, 'Đã chấp nhận câu trả lời.');
  await page.getByText('Đã giải quyết', { exact: true }).waitFor();
});

test('a finding is noted, reported remedied and confirmed, and the inspection closed', async ({ visit }) => {
  const { page } = await visit({ as: 'giam-sat', path: '/bottlenecks' });
  await page.getByRole('link', { name: 'Kiểm tra', exact: true }).click();
  await page.getByRole('button', { name: 'Mở cuộc kiểm tra' }).click();
  const opening = page.getByRole('dialog', { name: 'Mở cuộc kiểm tra' });
  await opening.getByRole('combobox', { name: 'Cơ quan được kiểm tra' }).fill('Bộ Nội vụ');
  await page.getByRole('option', { name: /Bộ Nội vụ/ }).click();
  await opening.getByRole('textbox', { name: 'Nội dung kiểm tra' }).fill('Công khai thủ tục hành chính');
  const day = written(today());
  for (const name of [
    'Thời kỳ kiểm tra, từ ngày',
    'Thời kỳ kiểm tra, đến ngày',
    'Tiến hành từ ngày',
    'Tiến hành đến ngày',
  ]) {
    await opening.getByRole('textbox', { name }).fill(day);
  }
  await opening.getByRole('button', { name: 'Mở cuộc kiểm tra' }).click();
  await page.getByRole('button', { name: 'Ghi phát hiện…' }).click();
  const noting = page.getByRole('dialog', { name: 'Ghi phát hiện…' });
  await noting.getByRole('textbox', { name: 'Phát hiện' }).fill('Bảng niêm yết đã cũ');
  await noting.getByRole('textbox', { name: 'Yêu cầu' }).fill('Niêm yết lại');
  await noting.getByRole('textbox', { name: 'Hạn khắc phục' }).fill(written(addDays(today(), 9)));
  await noting.getByRole('button', { name: 'Ghi', exact: true }).click();
  await announced(page, 'Đã ghi phát hiện.');
  const address = new URL(page.url()).pathname;

  const inspected = await visit({ as: 'bnv-kiem-soat', path: address });
  await inspected.page.getByRole('button', { name: 'Báo cáo khắc phục…' }).click();
  const report = inspected.page.getByRole('dialog', { name: 'Báo cáo khắc phục…' });
  await report.getByRole('textbox', { name: 'Đã khắc phục thế nào' }).fill('Đã thay bảng');
  await report.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await announced(inspected.page, 'Đã gửi báo cáo khắc phục.');

  // The one who opened it leaves, and the programme office goes on.
  const office = await visit({ as: 'dau-moi', path: address });
  await office.page.getByRole('button', { name: 'Cử thêm người…' }).click();
  const naming = office.page.getByRole('dialog', { name: 'Cử thêm người…' });
  await naming.getByRole('combobox', { name: 'Người được cử' }).click();
  await office.page.getByRole('option', { name: demoPerson('dau-moi').name }).click();
  await naming.getByRole('textbox', { name: 'Lý do' }).fill('Người mở cuộc kiểm tra đã thôi việc');
  await naming.getByRole('button', { name: 'Cử', exact: true }).click();
  await announced(office.page, 'Đã cử vào đoàn kiểm tra.');
  await office.page.getByRole('button', { name: 'Xác nhận đã khắc phục…' }).click();
  await office.page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
  await announced(office.page, 'Đã xác nhận khắc phục.');
  await page.reload();
  await page.getByRole('button', { name: 'Kết thúc kiểm tra…' }).click();
  const closing = page.getByRole('dialog');
  await closing.getByRole('textbox', { name: 'Kết luận' }).fill('Đã khắc phục đầy đủ.');
  await closing.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await announced(page, 'Đã kết thúc cuộc kiểm tra.');
  expect(await page.getByText('Đã khắc phục đầy đủ.').count()).toBeGreaterThan(0);
});
