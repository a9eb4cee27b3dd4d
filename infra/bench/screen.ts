import { randomUUID } from 'node:crypto';
import { type Browser, chromium, type Page } from 'playwright-core';
import { DEMO_PEOPLE } from '../demo/people.ts';
import { findBrowser } from '../src/browser/find-browser.ts';
import type { Ministry, Submitted } from './decisions/plans.ts';
import { summary } from './percentiles.ts';
import type { System } from './system.ts';

/** From the moment a decision is given until another person's open page shows it, in milliseconds. */
export async function decisionToScreen(
  { addresses }: System,
  ministry: Ministry,
  plans: readonly Submitted[],
): Promise<ReturnType<typeof summary>> {
  const browser = await chromium.launch({
    executablePath: await findBrowser((line) => console.error(line)),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await signedIn(browser, addresses.web, ministry.leaderId);
    const latenciesMs: number[] = [];
    for (const { code, version, contentHash } of plans) {
      await page.goto(`/plans/${code}`);
      const before = await settledText(page);
      const command = { commandId: randomUUID(), expectedVersion: version, type: 'approve', contentHash };
      const start = performance.now();
      await Promise.all([
        ministry.control('POST', `/plans/${code}/commands`, command),
        page.waitForFunction("text => document.querySelector('main').innerText !== text", before),
      ]);
      latenciesMs.push(performance.now() - start);
    }
    return summary(latenciesMs);
  } finally {
    await browser.close();
  }
}

/** What the page says once it has said the same for half a second. */
async function settledText(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let text = ''; ; ) {
    const now = await page.locator('main').innerText();
    if (now === text) return text;
    text = now;
    await page.waitForTimeout(500);
  }
}

async function signedIn(browser: Browser, baseURL: string, user: string): Promise<Page> {
  const page = await browser.newPage({ baseURL, locale: 'vi-VN' });
  const name = DEMO_PEOPLE.find((person) => person.user === user)?.name ?? '';
  await page.goto('/');
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
  return page;
}
