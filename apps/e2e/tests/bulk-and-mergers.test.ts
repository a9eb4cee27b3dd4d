import { expect } from 'vitest';
import { test } from '../src/journey.ts';
import { ministryAtWork, newProcedures, submittedPlan } from '../src/scenario.ts';

test('five plans are approved at once; the one that changed meanwhile is refused and listed', async ({
  visit,
}) => {
  const ministry = await ministryAtWork();
  const procedures = await newProcedures(ministry.office, 1);
  const plans = [];
  for (let n = 0; n < 5; n += 1) plans.push(await submittedPlan(ministry, procedures));
  const [changed] = plans;
  const { page } = await visit({ as: 'btp-kiem-soat', path: '/inbox' });

  await page.getByRole('button', { name: 'Chọn nhiều mục' }).click();
  for (const plan of plans) await page.getByRole('checkbox', { name: `Chọn: ${plan.name}` }).check();
  await page.getByText('Đã chọn 5 mục').waitFor();
  // The key is about all that is chosen, not about the one shown beside it.
  await page.keyboard.press('a');
  await page.getByText('Làm được 5 trên 5 mục').waitFor();
  // What was chosen survives a reload.
  await page.reload();
  await page.getByText('Làm được 5 trên 5 mục').waitFor();
  await ministry.control.does('plan', changed?.code ?? '', { type: 'claim' });
  await page.getByRole('button', { name: 'Đồng ý và ký 5 mục' }).click();

  await page.getByText('Đã xong 4 trên 5').waitFor();
  await page.getByText('Hoàn thành').first().waitFor();
  const refused = page.getByRole('row').filter({ hasText: 'Bị từ chối' });
  await refused.getByText(changed?.name ?? '').waitFor();
  await refused.getByText('đã thay đổi từ khi bạn mở trang').waitFor();
  const steps = await Promise.all(plans.map(async ({ code }) => (await ministry.control.plan(code)).steps));
  const passed = steps.map(
    (chain) => chain.find(({ key }) => key === 'quality-check')?.status === 'done-on-time',
  );
  expect(passed).toEqual([false, true, true, true, true]);
});

test('two units become one and are two again', async ({ visit }) => {
  const { page } = await visit({ as: 'dau-moi', path: '/catalogue?tab=agencies' });
  await page.getByRole('link', { name: 'Hợp nhất, chia tách, đổi tên…' }).click();
  const choose = async (label: string, code: string) => {
    await page.getByRole('combobox', { name: label }).fill(code);
    await page.getByRole('option', { name: new RegExp(`\\(${code}\\)`) }).click();
  };
  await choose('Cơ quan được hợp nhất', 'CSHHS');
  await choose('Cơ quan được hợp nhất', 'CLTDC');
  await page.keyboard.press('Escape');
  await choose('Cơ quan tiếp nhận', 'CHSSDC');
  await page.getByRole('button', { name: 'Đếm những gì sẽ chuyển' }).click();
  const counts = page.getByRole('table', { name: 'Đối chiếu số lượng' });
  const plans = async () =>
    (await counts.getByRole('row').filter({ hasText: '(chủ trì)' }).getByRole('cell').allInnerTexts()).map(
      (text) => Number(/\d+$/.exec(text)?.[0]),
    );
  await counts.waitFor();
  const before = await plans();
  expect(before[0]).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Hợp nhất', exact: true }).click();
  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).waitFor();
  await counts.waitFor();
  const [first = 0, second = 0, third = 0, ...after] = await plans();
  expect(after).toEqual([0, 0, first + second + third]);
  await page.getByText('Chưa ký.').first().waitFor();

  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).click();
  await page.getByRole('heading', { name: 'Hoàn tác sắp xếp cơ quan' }).waitFor();
  await page.getByRole('button', { name: 'In biên bản' }).waitFor();
  expect((await plans()).slice(3)).toEqual(before);
});

test('a unit gets another name under its code, its leader signs, and it is taken back', async ({ visit }) => {
  const { page } = await visit({ as: 'dau-moi', path: '/operations/agencies' });
  await page.getByText('Đổi tên cơ quan', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Cơ quan được đổi tên' }).fill('CSHHS');
  await page.getByRole('option', { name: /\(CSHHS\)/ }).click();
  await page.getByLabel('Tên mới', { exact: false }).first().fill('Cục Hồ sơ số (giả định)');
  await page.getByRole('button', { name: 'Đếm những gì sẽ chuyển' }).click();
  await page.getByText(/thời hạn nào đổi ngày/).waitFor();
  await page.getByRole('button', { name: 'Đổi tên', exact: true }).click();
  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).waitFor();
  await page.getByText(/Cục Số hóa hồ sơ \(.+\) → Cục Hồ sơ số/).waitFor();

  const leader = await visit({ as: 'cshhs-lanh-dao', path: new URL(page.url()).pathname });
  await leader.page.getByRole('button', { name: 'Ký', exact: true }).click();
  await leader.page.getByText(/Lê Trung Kiên ký lúc/).waitFor();
  await page.goto('/catalogue?tab=agencies');
  await page.getByText(/trước đây: Cục Số hóa hồ sơ/).waitFor();

  await page.goto(new URL(leader.page.url()).pathname);
  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).click();
  await page.getByRole('heading', { name: 'Hoàn tác sắp xếp cơ quan' }).waitFor();
  await page.getByRole('button', { name: 'In biên bản' }).waitFor();
});

test('a unit is split: what is assigned goes, the rest stays, and it is whole again', async ({ visit }) => {
  const { page } = await visit({ as: 'dau-moi', path: '/operations/agencies' });
  await page.getByText('Chia tách cơ quan', { exact: true }).click();
  const choose = async (label: string, code: string) => {
    await page.getByRole('combobox', { name: label }).fill(code);
    await page.getByRole('option', { name: new RegExp(`\\(${code}\\)`) }).click();
  };
  await choose('Cơ quan được chia tách', 'CLTDC');
  await choose('Các cơ quan tiếp nhận', 'CLTDC');
  await choose('Các cơ quan tiếp nhận', 'CHSSDC');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Đếm những gì sẽ chuyển' }).click();
  const assign = page.getByRole('table', { name: 'Phân chia' });
  const plan = assign.getByRole('row').filter({ hasText: 'Phương án' }).first();
  const title = (await plan.getByRole('rowheader').innerText()).split('\n')[0] ?? '';
  await plan.getByRole('combobox').click();
  await page
    .getByRole('option', { name: /Cơ sở|Hồ sơ|giả định/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Chia tách', exact: true }).click();
  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).waitFor();
  await page.getByText('Đã xong 1 trên 1').waitFor();
  await page.getByRole('link', { name: title }).waitFor();

  await page.getByRole('button', { name: 'Hoàn tác toàn bộ' }).click();
  await page.getByRole('heading', { name: 'Hoàn tác sắp xếp cơ quan' }).waitFor();
  await page.getByRole('button', { name: 'In biên bản' }).waitFor();
});
