import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {} from '@tinhgon/test-kit/global/stack';
import { inject, test as base } from 'vitest';
import { startBrowser } from './chromium.ts';
import { startVisit, type Visit, type VisitOptions } from './visit.ts';

const RESULTS = fileURLToPath(new URL('../../../test-results', import.meta.url));

/** A test with a browser, one for the file, and people who visit the application with it. */
export const test = base
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern that it needs no other fixture.
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await startBrowser(inject('browserPath'));
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('visit', async ({ browser, task }, { onCleanup }) => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      const failed = task.result?.state === 'fail';
      for (const [index, visit] of visits.entries())
        await leave(visit, failed ? `${task.name} ${index + 1}` : null);
    });
    return async (options: VisitOptions = {}): Promise<Visit> => {
      const visit = await startVisit(browser, options);
      visits.push(visit);
      if (options.traced !== false) await visit.context.tracing.start({ snapshots: true });
      return visit;
    };
  });

/** Ends a visit; of a failed test it keeps the trace and a picture of every page. */
async function leave({ context, complaints }: Visit, failed: string | null): Promise<void> {
  if (failed !== null) {
    mkdirSync(RESULTS, { recursive: true });
    const name = join(RESULTS, failed.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
    for (const [index, page] of context.pages().entries()) {
      await page.screenshot({ path: `${name}-${index + 1}.png`, fullPage: true }).catch(() => {});
    }
    await context.tracing.stop({ path: `${name}.zip` }).catch(() => {});
    if (complaints.length > 0) console.error(`${failed}:\n${complaints.join('\n')}`);
  }
  await context.close();
}
