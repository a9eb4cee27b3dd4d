/**
 * Program: takes the pictures of the README from a running system with the demonstration.
 *
 *   npm start            (in another terminal)
 *   pnpm screenshots
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '@tinhgon/infra/browser/find-browser';
import { openRecord } from '@tinhgon/infra/stack/record';
import { readSettings } from '@tinhgon/infra/stack/settings';
import type { Page } from 'playwright-core';
import { startBrowser } from '../chromium.ts';
import { signIn } from '../visit.ts';

const IMAGES = fileURLToPath(new URL('../../../../docs/images/', import.meta.url));

interface Picture {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  readonly dark?: boolean;
}

const PICTURES: readonly Picture[] = [
  { name: 'progress', as: 'giam-sat', path: '/?asAt=2024-12-31' },
  { name: 'progress-dark', as: 'giam-sat', path: '/?asAt=2024-12-31', dark: true },
  { name: 'inbox', as: 'bca-kiem-soat', path: '/inbox?item=plan/BCA-2026-201/quality-check' },
  { name: 'plan', as: 'giam-sat', path: '/plans/BTP-2026-201' },
];

const addresses = openRecord(readSettings(process.env).DATA_DIR).readAddresses();
if (!addresses) throw new Error('nothing is running: npm start');
mkdirSync(IMAGES, { recursive: true });
const browser = await startBrowser(await findBrowser(console.log));
try {
  for (const { name, as, path, dark } of PICTURES) {
    const context = await browser.newContext({
      baseURL: addresses.web,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      viewport: { width: 1440, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await signIn(page, as, path);
    await settled(page);
    await page.screenshot({ path: join(IMAGES, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
}

/** Everything asked for has come, and nothing is a placeholder any more. */
async function settled(page: Page): Promise<void> {
  await page
    .getByRole('heading', { level: 1 })
    .or(page.getByRole('main').getByRole('link').first())
    .first()
    .waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
