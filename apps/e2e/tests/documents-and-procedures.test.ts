import { apiAs } from '../src/api-client.ts';
import { test } from '../src/journey.ts';
import { approvedPlan, ministryAtWork, newProcedures, PROGRAMME, today } from '../src/scenario.ts';

test('a document says what it holds of which ministries, and the graph is explored from box to box', async ({
  visit,
}) => {
  const ministry = await ministryAtWork();
  const { document, procedures } = await approvedPlan(ministry, 2);
  const [elsewhere] = await newProcedures(ministry.office, 1);
  if (!elsewhere) throw new RangeError('one procedure was asked for');

  // A drafter of another ministry finds the document in the form of a plan of their own.
  const { page: health } = await visit({ as: 'byt-soan-thao', path: '/plans/new' });
  await health.getByRole('textbox', { name: 'Tên phương án' }).waitFor();
  const other = await apiAs('byt-soan-thao');
  const plan = await other.start('plan', {
    programme: PROGRAMME,
    year: Number(today().slice(0, 4)),
    leadAgency: 'BYT',
    name: `Phương án cần ${document.title}`,
    measures: [{ procedureCode: elsewhere.code, measure: 'cut-papers', documents: [] }],
  });
  await health.goto(`/plans/${plan.code}/edit`);
  const documents = health.getByRole('combobox', { name: 'Văn bản' }).first();
  await documents.fill(document.code);
  await health.getByRole('option', { name: new RegExp(document.code) }).click();
  await health.getByRole('button', { name: 'Kiểm tra' }).click();
  await health.getByRole('button', { name: /^Lưu/ }).click();
  await health.waitForURL(new RegExp(`/plans/${plan.code}$`));
  await health.getByRole('link', { name: document.title }).first().waitFor();
  await other.does('plan', plan.code, { type: 'submit' });

  const { page } = await visit({ as: 'btp-soan-thao', path: `/documents/${document.code}` });
  await page.getByText('đang giữ 3 thủ tục của 2 bộ, ngành').waitFor();
  await page.getByText('Danh sách thủ tục đang chờ').first().click();
  await page.getByText('1 thủ tục khác thuộc phương án bạn không xem được').waitFor();
  await page.getByRole('link', { name: 'Xem sơ đồ văn bản và thủ tục' }).click();

  const drawing = page.getByRole('group', { name: 'Sơ đồ văn bản và thủ tục' });
  const focus = drawing.getByRole('button', { name: new RegExp(document.title) });
  await focus.waitFor();
  await drawing.getByRole('button', { name: /1 thủ tục, Bộ Y tế/ }).waitFor();
  await focus.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await drawing.locator('[aria-expanded="true"]').nth(1).waitFor();
  await page.getByRole('link', { name: 'Mở trang' }).click();
  await page.getByRole('heading', { name: 'Các văn bản cần có' }).waitFor();
  await page
    .getByRole('heading', { name: new RegExp(procedures.map(({ name }) => name).join('|')) })
    .waitFor();
});
