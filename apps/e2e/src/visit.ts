import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPerson } from './people.ts';
import { sharedStack } from './running-stack.ts';

export interface VisitOptions {
  /** Signs this demo person in first; left out, nobody is signed in. */
  readonly as?: string;
  /** Where to go, then. */
  readonly path?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** False keeps no trace: it slows down what reads a large page many times. */
  readonly traced?: boolean;
  /** Origin of the application; the stack of this run when left out. */
  readonly at?: string;
}

/** One person at one computer: cookies and storage of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, refused styles, answers of 500 and above. */
  readonly complaints: string[];
}

const PATIENCE_MS = 20_000;
const HEIGHT = 1000;

export async function startVisit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const at = options.at ?? sharedStack().web;
  const context = await browser.newContext({
    baseURL: at,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: options.width ?? 1440, height: HEIGHT },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  const page = await context.newPage();
  const path = options.path ?? '/';
  if (options.as === undefined) await page.goto(path);
  else await signIn(page, options.as, path);
  return { page, context, complaints };
}

/** Signs in through the pages a person sees: our button, then their own name on the provider's page. */
export async function signIn(page: Page, user: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: /^(Đăng nhập|Sign in)$/ }).click();
  await page.getByRole('button', { name: demoPerson(user).name }).click();
  await page
    .getByRole('banner')
    .getByRole('button', { name: demoPerson(user).name })
    .waitFor();
}
