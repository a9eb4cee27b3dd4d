import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { accessibilityProblems, overflowPx } from '../src/axe.ts';
import { test } from '../src/journey.ts';
import { everyPage, type Examples } from '../src/pages.ts';
import { bulkReturn } from '../src/operations.ts';
import { reportExample } from '../src/report-example.ts';
import { proposalExample } from '../src/proposal-example.ts';
import { webhookExample } from '../src/webhook-example.ts';
import { bottleneckExamples } from '../src/bottlenecks.ts';
import { announcedDocument, approvedPlan, ministryAtWork, newPlan, submittedPlan } from '../src/scenario.ts';

const ROUTES = new URL('../../web/src/app/router.tsx', import.meta.url);
const WIDTHS = [1440, 360] as const;
const HEIGHT = 1000;
/** Filled in by `beforeAll`: names of pages are needed before their addresses are known. */
const NOTHING: Examples = {
  plan: '',
  draft: '',
  document: '',
  draftDocument: '',
  procedure: '',
  inboxItem: '',
  operation: '',
  bottleneck: '',
  campaign: '',
  inspection: '',
  proposal: '',
  indicator: '',
  webhook: '',
  programme: '',
};
let examples = NOTHING;

beforeAll(async () => {
  const ministry = await ministryAtWork();
  const [draft, submitted, approved] = [
    await newPlan(ministry, 2),
    await submittedPlan(ministry, 2),
    await approvedPlan(ministry, 2),
  ];
  const editable = await approvedPlan(ministry);
  await announcedDocument(ministry, approved);
  const { items } = await ministry.office.procedures({ programme: '896', status: 'simplified', limit: '1' });
  await reportExample(ministry.office);
  examples = {
    plan: approved.code,
    draft: draft.code,
    document: approved.document.code,
    draftDocument: editable.document.code,
    procedure: items[0]?.code ?? '',
    inboxItem: `plan/${submitted.code}/quality-check`,
    operation: await bulkReturn(ministry.control, [submitted.code, draft.code]),
    proposal: await proposalExample(),
    indicator: 'online-application-rate-by-agency',
    webhook: await webhookExample(),
    programme: '896',
    ...(await bottleneckExamples(items[0]?.code ?? '')),
  };
});

/** Waits until nothing is loading any more and pictures of text have settled. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.locator('.mantine-Skeleton-root, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => null));
}

/**
 * Waits until colours and sizes that change bit by bit have arrived: what is read half-way is nothing anybody sees. Not for
 * ever: a change can be taken up again and again, or stand still while its window is not painted.
 */
const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const soon = new Promise((resolve) => setTimeout(resolve, 3_000));
    const painted = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.race([painted, soon]);
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.race([Promise.allSettled(passing.map(({ finished }) => finished)), soon]);
  });

async function problemsAt(page: Page, where: string, only?: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await still(page);
    const problems = await accessibilityProblems(page, only);
    found.push(...problems.map((problem) => `${where}, ${width} px: ${problem}`));
    const over = await overflowPx(page);
    if (over > 0) found.push(`${where}, ${width} px: ${over} px wider than the window`);
  }
  return found;
}

test('no route is left out below', () => {
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
  const looked = everyPage({
    ...NOTHING,
    plan: 'x',
    draft: 'x',
    document: 'x',
    draftDocument: 'x',
    procedure: 'x',
    operation: 'x',
    bottleneck: 'x',
    campaign: 'x',
    inspection: 'x',
    proposal: 'x',
    indicator: 'x',
    webhook: 'x',
    programme: 'x',
  });
  const paths = looked.map(({ path }) => path.replace(/\?.*$/, '').replace('/x', '/$code'));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !paths.includes(route))).toEqual([]);
});

test('what is wrong on a page is found', async ({ visit }) => {
  const { page } = await visit({ traced: false });
  await settled(page);
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = '/picture.png';
    const faint = document.createElement('p');
    faint.textContent = 'Mờ';
    faint.style.cssText = 'color: #ccc; background: #fff';
    document.querySelector('main')?.append(picture, faint);
  });
  const rules = (await accessibilityProblems(page)).map((problem) => problem.split(':')[0]);
  expect(rules).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
});

describe.for(everyPage(NOTHING).map(({ name }) => ({ name })))('the page "$name"', ({ name }) => {
  test('is open to everyone: both languages, light and dark, wide and narrow', async ({ visit }) => {
    const found = everyPage(examples).find((one) => one.name === name);
    if (!found) throw new RangeError(name);
    const { page, context, complaints } = await visit({
      traced: false,
      path: found.path,
      ...(found.as && { as: found.as }),
    });
    await settled(page);
    const problems = await problemsAt(page, 'vi, light');
    await page.emulateMedia({ colorScheme: 'dark' });
    // The same elements in other colours.
    problems.push(...(await problemsAt(page, 'vi, dark', ['color-contrast'])));
    await page.emulateMedia({ colorScheme: 'light' });

    await context.addCookies([{ name: 'tinhgon_language', value: 'en', url: page.url() }]);
    await page.reload();
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    problems.push(...(await problemsAt(page, 'en, light')));
    expect([...new Set(problems)]).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
