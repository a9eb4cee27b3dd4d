import { readFileSync } from 'node:fs';
import { personalData } from '@tinhgon/rules/views/personal-data';
import { expect } from 'vitest';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';

const USER = 'bca-phap-che';

test('people take away what is kept about them, and about nobody else', async ({ visit }) => {
  const { page } = await visit({ as: USER, path: '/me/preferences' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: 'Dữ liệu của tôi' })
      .getByRole('link', { name: 'Tải về thành tệp' })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('du-lieu-cua-toi.json');
  const mine = personalData.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
  expect(mine.person).toMatchObject({ id: USER, name: demoPerson(USER).name, agency: 'BCA' });
  expect(mine.assignments.map((held) => held.function)).toContain('legal-department');
  expect(mine.sessions).not.toEqual([]);
  expect(mine.deedsTotal).toBe(mine.deeds.length);
  expect(JSON.stringify(mine)).not.toContain(demoPerson('bca-lanh-dao').name);
});
