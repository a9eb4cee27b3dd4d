import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { openRecord } from '@tinhgon/infra/stack/record';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { sharedStack } from '../src/running-stack.ts';

const file = (name: string) =>
  readFileSync(new URL(`../../../infra/monitoring/${name}`, import.meta.url), 'utf8');
const alerts = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            labels: z.object({ severity: z.enum(['page', 'ticket']) }),
            annotations: z.object({ summary: z.string() }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(file('alerts.yml')))
  .groups.flatMap(({ rules }) => rules);
const panels = z
  .object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
  })
  .parse(JSON.parse(file('dashboard.json'))).panels;
const asked = [
  ...alerts.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

let told: ReadonlySet<string>;
beforeAll(async () => {
  const { api, dataDir } = sharedStack();
  const worker = openRecord(dataDir).readAddresses()?.workerMetrics ?? '';
  const texts = await Promise.all([`${api}/metrics`, worker].map(async (url) => (await fetch(url)).text()));
  // Prometheus itself knows of `up`; a figure of failures exists once something has failed.
  told = new Set(['up', 'temporal_workflow_task_execution_failed_total', ...texts.flatMap(namesIn)]);
});

const namesIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => /^(\w+)[{ ]/.exec(line)?.[1] ?? []);

/** Names of figures in a query, or null where it is none. */
function figuresOf(expr: string): string[] | null {
  const names: string[] = [];
  let broken = false;
  parser.parse(expr).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) broken = true;
      if (type.name === 'VectorSelector') names.push(/^\w+/.exec(expr.slice(from, to))?.[0] ?? '');
    },
  });
  return broken ? null : names;
}

test.each(asked)('%s asks for what the running system tells', (_, expr) => {
  const figures = figuresOf(expr);
  expect(figures).not.toBeNull();
  expect(figures?.length).toBeGreaterThan(0);
  expect(figures?.filter((name) => !told.has(name))).toEqual([]);
});

test('every alert is explained, with what to do', () => {
  const docs = readFileSync(new URL('../../../docs/monitoring.md', import.meta.url), 'utf8');
  expect(alerts.filter(({ alert }) => !docs.includes(`\`${alert}\``)).map(({ alert }) => alert)).toEqual([]);
});
