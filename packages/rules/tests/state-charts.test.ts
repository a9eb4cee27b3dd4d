import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { BOTTLENECK_CHART } from '../src/bottleneck/chart.ts';
import { DOCUMENT_CHART } from '../src/document/chart.ts';
import { FINDING_CHART } from '../src/inspection/chart.ts';
import { PLAN_CHART } from '../src/plan/chart.ts';

const read = (page: string) => readFile(new URL(`../../../docs/${page}.md`, import.meta.url), 'utf8');
const pages = await Promise.all(['state-charts', 'bottlenecks', 'inspections'].map(read));
const drawings = pages.flatMap((page) => page.split('```mermaid').slice(1));

function drawn(diagram: string | undefined): string[] {
  return [...(diagram ?? '').matchAll(/^ {2}([a-z-]+) --> ([a-z-]+): (\w+)$/gm)].map(
    ([, from, to, on]) => `${from} ${on} ${to}`,
  );
}

it.each([
  ['plan', PLAN_CHART, drawings[0]],
  ['document', DOCUMENT_CHART, drawings[1]],
  ['bottleneck', BOTTLENECK_CHART, drawings[2]],
  ['finding', FINDING_CHART, drawings[3]],
] as const)('draws the chart of the %s as it is', (_name, chart, diagram) => {
  const table = chart.map(({ from, on, to }) => `${from} ${on} ${to}`);
  expect(drawn(diagram).toSorted()).toEqual(table.toSorted());
});
