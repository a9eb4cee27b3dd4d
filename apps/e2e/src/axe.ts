import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What axe finds on the page as it stands, one line each: rule, element, what to do. `only` names rules. */
export async function accessibilityProblems(page: Page, only?: readonly string[]): Promise<string[]> {
  // Without lists of everything that is right, which take longer than the checks.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (only ? axe.withRules([...only]) : axe.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`),
  );
}

export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}

/** How many pixels the page is wider than its window. */
export const overflowPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
