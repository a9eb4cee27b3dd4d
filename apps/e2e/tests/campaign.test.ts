import { addDays } from '@tinhgon/rules/day';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { untouchedProcedures } from '../src/baseline-procedure.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { remind } from '../src/remind.ts';
import { sharedStack } from '../src/running-stack.ts';
import { today, written } from '../src/scenario.ts';

const ASKED = ['Bộ Y tế', 'Bộ Nội vụ', 'Bộ Xây dựng'];

/** The line of one agency among those asked. */
const standing = (page: Page, agency: string) =>
  page.getByRole('table', { name: 'Các cơ quan được hỏi' }).getByRole('row').filter({ hasText: agency });

test('a campaign from its opening to its end: answers, a reminder, another day, a late answer', async ({
  visit,
}) => {
  const [procedure] = await untouchedProcedures(await apiAs('dau-moi'), 1);
  if (!procedure) throw new Error('no procedure');
  const title = `Rà soát điểm nghẽn ${Date.now()}`;
  const [first, second] = [addDays(today(), 15), addDays(today(), 30)];
  const { page: office, complaints } = await visit({ as: 'dau-moi', path: '/campaigns' });
  await office.getByRole('button', { name: 'Mở đợt rà soát' }).click();
  const opening = office.getByRole('dialog', { name: 'Mở đợt rà soát' });
  await opening.getByRole('textbox', { name: 'Tên đợt' }).fill(title);
  await opening.getByRole('textbox', { name: 'Nội dung hỏi' }).fill('Nơi nào còn vướng?');
  await opening.getByRole('combobox', { name: 'Hỏi ai' }).selectOption('chosen');
  const agencies = opening.getByRole('combobox', { name: 'Các cơ quan được hỏi' });
  for (const agency of ASKED) {
    await agencies.fill(agency);
    await office.getByRole('option', { name: agency, exact: true }).click();
  }
  await office.keyboard.press('Escape');
  await opening.getByRole('textbox', { name: 'Hạn trả lời' }).fill(written(first));
  await opening.getByRole('button', { name: 'Mở đợt rà soát' }).click();
  await office.getByRole('heading', { level: 1, name: title }).waitFor();
  await office.getByText('0 trong 3 cơ quan đã trả lời').waitFor();
  const address = new URL(office.url()).pathname;

  // One ministry is told of it, and answers with a bottleneck.
  await remind(sharedStack());
  const { page: health } = await visit({ as: 'byt-soan-thao', path: '/notifications' });
  const told = health.getByRole('listitem').filter({ hasText: title });
  await told.getByText('Đợt rà soát mới').waitFor();
  await told.getByRole('link', { name: title }).click();
  await health.getByRole('heading', { level: 1, name: title }).waitFor();
  await health.getByRole('button', { name: 'Nêu vướng mắc trong đợt…' }).click();
  const raising = health.getByRole('dialog', { name: 'Nêu vướng mắc' });
  await raising.getByRole('combobox', { name: 'Vướng ở đâu' }).fill(procedure.code);
  await health.getByRole('option', { name: new RegExp(procedure.code.replaceAll('.', '\\.')) }).click();
  const what = `Chưa có dữ liệu liên thông ${Date.now()}`;
  await raising.getByRole('textbox', { name: 'Vướng mắc' }).fill(what);
  await raising.getByRole('combobox', { name: 'Nguyên nhân' }).selectOption('data');
  await raising.getByRole('combobox', { name: 'Cơ quan chịu trách nhiệm trả lời' }).fill('Bộ Tư pháp');
  await health.getByRole('option', { name: /Bộ Tư pháp/ }).click();
  await raising.getByRole('textbox', { name: 'Hạn trả lời' }).fill(written(second));
  await raising.getByRole('button', { name: 'Nêu vướng mắc', exact: true }).click();
  await announced(health, /Đã nêu vướng mắc/);

  // Another declares that it has none.
  const { page: home } = await visit({ as: 'bnv-soan-thao', path: address });
  await home.getByRole('button', { name: 'Không có vướng mắc…' }).click();
  await home.getByRole('dialog').getByRole('textbox').fill('Đã rà soát toàn bộ.');
  await home.getByRole('dialog').getByRole('button', { name: 'Báo không có' }).click();
  await announced(home, 'Đã báo không có vướng mắc.');

  // The office reminds the third, and gives it more time.
  await office.reload();
  await office.getByText('2 trong 3 cơ quan đã trả lời').waitFor();
  await standing(office, 'Bộ Y tế').getByText('1 vướng mắc').waitFor();
  await standing(office, 'Bộ Nội vụ').getByText('Đã rà soát toàn bộ.').waitFor();
  await standing(office, 'Bộ Xây dựng').getByText('chưa trả lời').waitFor();
  await office.getByRole('link', { name: what }).waitFor();
  await office.getByRole('button', { name: 'Nhắc trả lời…' }).click();
  await office.getByRole('dialog').getByRole('textbox', { name: 'Lời nhắc' }).fill('Đề nghị trả lời sớm.');
  await office.getByRole('dialog').getByRole('button', { name: 'Gửi lời nhắc' }).click();
  await announced(office, 'Đã gửi lời nhắc.');
  await office.getByRole('button', { name: 'Đổi hạn trả lời…' }).click();
  const moving = office.getByRole('dialog', { name: 'Đổi hạn trả lời…' });
  await moving.getByRole('textbox', { name: 'Hạn trả lời mới' }).fill(written(second));
  await moving.getByRole('textbox', { name: 'Lý do' }).fill('Bộ Xây dựng xin thêm thời gian.');
  await moving.getByRole('button', { name: 'Đổi hạn' }).click();
  await announced(office, /Đã đổi hạn trả lời/);
  await office.getByText(`hạn đầu tiên ${written(first)}`).waitFor();

  await remind(sharedStack());
  const { page: builders } = await visit({ as: 'bxd-soan-thao', path: '/notifications' });
  const reminded = builders.getByRole('listitem').filter({ hasText: title });
  await reminded.filter({ hasText: 'Đề nghị trả lời sớm.' }).waitFor();
  const moved = reminded.filter({ hasText: 'Bộ Xây dựng xin thêm thời gian.' });
  await moved.getByText('Đợt rà soát đổi hạn trả lời').waitFor();
  await moved.getByText(written(second)).waitFor();
  // Who has answered hears no more of it.
  await health.goto('/notifications?view=all');
  await health.getByRole('listitem').filter({ hasText: title }).first().waitFor();
  expect(await health.getByRole('listitem').filter({ hasText: title }).count()).toBe(1);

  // It is closed before its day; what comes after that is late.
  await office.getByRole('button', { name: 'Kết thúc đợt…' }).click();
  const closing = office.getByRole('dialog');
  await closing.getByRole('textbox', { name: 'Lý do' }).fill('Đã đủ để báo cáo.');
  await closing.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await announced(office, 'Đã kết thúc đợt rà soát.');
  await builders.goto(address);
  await builders.getByRole('button', { name: 'Không có vướng mắc…' }).click();
  await builders.getByRole('dialog').getByRole('button', { name: 'Báo không có' }).click();
  await announced(builders, 'Đã báo không có vướng mắc.');
  await office.reload();
  await office.getByText('3 trong 3 cơ quan đã trả lời').waitFor();
  await standing(office, 'Bộ Xây dựng').getByText('· muộn').waitFor();
  expect(await standing(office, 'Bộ Y tế').getByText('muộn').count()).toBe(0);

  // Found again by its words, without marks.
  await office.keyboard.press('Control+K');
  await office
    .getByRole('combobox', { name: /^Tìm/ })
    .fill(title.replace('Rà soát điểm nghẽn', 'ra soat diem nghen'));
  await office.getByRole('option', { name: new RegExp(`^${title}.*Đợt rà soát`) }).click();
  await office.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(complaints).toEqual([]);
});
