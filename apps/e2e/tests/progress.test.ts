import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { untouchedProcedures } from '../src/baseline-procedure.ts';
import { test } from '../src/journey.ts';
import { fillProgressDay, heroNumber, listTotal, waitForHeroNumber } from '../src/progress.ts';
import { announcedDocument, approvedPlan, ministryAtWork, today } from '../src/scenario.ts';

const DAYS = [
  {
    asAt: '2023-12-31',
    day: '31/12/2023',
    simplified: '585',
    whole: '1.146',
    percent: '51,05',
    sentence: '51',
  },
  {
    asAt: '2024-12-31',
    day: '31/12/2024',
    simplified: '898',
    whole: '1.084',
    percent: '82,84',
    sentence: '83',
  },
] as const;

/** Follows a number and compares it with the length of the list it opens. */
async function follow(page: Page, link: { text: string; href: string }): Promise<void> {
  await page.goto(link.href);
  expect({ href: link.href, total: await listTotal(page) }).toEqual({ href: link.href, total: link.text });
}

describe.for(DAYS)('progress as at $asAt', ({ asAt, day, simplified, whole, percent, sentence }) => {
  test('shows the published numbers, first and large', async ({ visit }) => {
    const { page } = await visit({ as: 'giam-sat' });
    await fillProgressDay(page, day);
    await page.waitForURL(`**/?asAt=${asAt}`);
    await page.getByRole('main').getByText(`Tính đến ${day} đã đơn giản hóa`).waitFor();
    const main = (await page.getByRole('main').textContent()) ?? '';
    expect(await heroNumber(page)).toBe(simplified);
    expect(main).toMatch(new RegExp(`${percent}\\s?%`));
    expect(main).toContain(`trong ${whole} thủ tục`);
    expect(main).toMatch(
      new RegExp(`đã đơn giản hóa ${simplified} thủ tục, đạt ${sentence}\\s?% chương trình`),
    );
  });

  test('every number opens a list of that length', async ({ visit }) => {
    const { page } = await visit({ as: 'giam-sat', path: `/?asAt=${asAt}` });
    await page.getByRole('table', { name: 'Theo bộ, cơ quan' }).waitFor();
    await page.getByRole('table', { name: 'Theo biện pháp chính' }).waitFor();
    const links = await page
      .getByRole('main')
      .getByRole('link')
      .and(page.locator('[href^="/procedures"]'))
      .evaluateAll((all) =>
        all.map((link) => ({
          text: /[\d.]+/.exec((link as HTMLElement).innerText)?.[0] ?? '',
          href: link.getAttribute('href') ?? '',
        })),
      );
    expect(links.length).toBeGreaterThan(20);
    // The whole first, then one of each table: years, measures, ministries.
    const chosen = [
      links[0],
      ...['year=2023', 'measure=', 'ministry='].map((part) =>
        links.find(({ href, text }) => href.includes(part) && text !== '0'),
      ),
    ];
    for (const link of chosen) if (link) await follow(page, link);
    expect(chosen.filter(Boolean)).toHaveLength(4);
  });
});

test('every line of the list opens its evidence', async ({ visit }) => {
  const { page } = await visit({
    as: 'giam-sat',
    path: '/procedures?programme=896&asAt=2024-12-31&status=simplified',
  });
  const first = page.getByRole('table').getByRole('rowheader').first().getByRole('link');
  const name = await first.textContent();
  await first.click();
  await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
  await page.getByText(/Đã đơn giản hóa, được tính từ \d\d\/\d\d\/\d{4}/).waitFor();
  await page.getByRole('heading', { name: 'Bằng chứng' }).waitFor();
});

const PARTS = 3;
const WITHIN_MS = 1_000;

test('the number grows by itself within a second of the deciding record', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const untouched = (await untouchedProcedures(ministry.office, PARTS)).slice(0, PARTS);
  const plan = await approvedPlan(
    ministry,
    untouched.map(({ code, name }) => ({ code, name: name.vi })),
  );
  await announcedDocument(ministry, plan);
  const { page } = await visit({ as: 'giam-sat' });
  const before = Number((await heroNumber(page)).replaceAll('.', ''));
  const tookMs: number[] = [];
  for (const [index, { code }] of plan.procedures.entries()) {
    const grown = waitForHeroNumber(page, before + index + 1);
    await ministry.control.does('document', plan.document.code, {
      type: 'recordDatabaseEntry',
      reference: `CSDL-${code}`,
      enteredOn: today(),
      procedureCodes: [code],
    });
    const answeredAt = performance.now();
    await grown;
    tookMs.push(performance.now() - answeredAt);
  }
  // Each came by itself; a machine that is busy with something else may delay one, not most.
  const [, middle = Number.NaN] = tookMs.toSorted((a, b) => a - b);
  expect(middle).toBeLessThan(WITHIN_MS);
});

test('what is stuck names the agency that a function of the whole country belongs to', async ({ visit }) => {
  const { page } = await visit({ as: 'giam-sat' });
  await page
    .getByText(/Thẩm định · Bộ Tư pháp giữ từ/)
    .first()
    .waitFor();
});
