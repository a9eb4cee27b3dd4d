import { expect } from 'vitest';
import { test } from '../src/journey.ts';
import { apiAs } from '../src/api-client.ts';

test('somebody leaves: what they have goes to a successor, item by item', async ({ visit }) => {
  const office = await apiAs('dau-moi');
  const { page } = await visit({ as: 'dau-moi', path: '/leaving?person=cltdc-phap-che' });
  await page.getByRole('heading', { name: /Thôi việc: / }).waitFor();
  const successors = page.getByRole('combobox', { name: /Người kế nhiệm/ });
  await successors.first().waitFor();
  await successors.first().selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByRole('heading', { name: /Thôi việc: / }).waitFor();
  await page.getByText('Hoàn thành').first().waitFor();
  await page.getByRole('table', { name: 'Từng mục' }).waitFor();
  await page.getByText(/Đã xong (\d+) trên \1/).waitFor();

  const dry = (await office.request('POST', '/people/cltdc-phap-che/leaving?dryRun=true', {})) as {
    person: { active: boolean };
    assignments: unknown[];
  };
  expect(dry.person.active).toBe(false);
  expect(dry.assignments).toEqual([]);
  await page.goto('/leaving?person=cltdc-phap-che');
  await page.getByText(/đã thôi việc/).waitFor();
});

test('the page of a leaving that names nobody leads to the people', async ({ visit }) => {
  const { page } = await visit({ as: 'dau-moi', path: '/leaving' });
  await page.getByRole('heading', { name: 'Thôi việc' }).waitFor();
  await page.getByRole('link', { name: 'Chọn một người trong danh mục' }).click();
  await page.getByRole('tab', { name: 'Người dùng', selected: true }).waitFor();
});
