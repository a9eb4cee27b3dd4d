import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { dayOf, isLegalDate, type LegalDate } from '@tinhgon/rules/day';
import type { ImportKind } from '@tinhgon/rules/views/import';
import { z } from 'zod';
import { personToken } from '../src/identity/person-token.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { answerForBaselines, proposeBaseline } from './baselines.ts';
import { raiseBottlenecks } from './bottlenecks.ts';
import { attachFiles } from './attach.ts';
import { consult } from './consult.ts';
import { delegate } from './delegate.ts';
import { makeDemo } from './demo.ts';
import { enactPlans } from './enact.ts';
import { enactDates } from './enact-dates.ts';
import { enterOffice, enterPeople, enterSeats } from './enter-people.ts';
import { PROGRAMME } from './figures.ts';
import { enterIndicators, inventedLines } from './indicators.ts';
import { DEMO_PROGRAMME_OFFICE } from './people.ts';
import { enterPrintedFigures } from './printed-figures.ts';
import { taskLines } from './programme-tasks.ts';
import { enterWages } from './wages.ts';
import { csvFile, type DemoFile, jsonFile, xlsxFile } from './write-file.ts';

/**
 * Enters the demonstration through the same imports and commands users have. Run again it changes nothing; after
 * a crash it goes on where it was.
 *
 * Environment: API_URL, OIDC_ISSUER of the embedded identity provider, DATA_DIR with its secrets.
 */
const environment = z
  .object({ API_URL: z.url(), OIDC_ISSUER: z.url(), DATA_DIR: z.string().min(1) })
  .parse(process.env);

const tokens = new Map<string, Promise<string>>();
const tokenOf = (user: string): Promise<string> => {
  const known = tokens.get(user);
  if (known) return known;
  const token = personToken({ issuer: environment.OIDC_ISSUER, dataDir: environment.DATA_DIR }, user);
  tokens.set(user, token);
  return token;
};

const folder = join(environment.DATA_DIR, 'demo');
const started = performance.now();
const say = (line: string) => {
  process.stdout.write(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${line}\n`);
};

await load(apiClient(environment.API_URL, tokenOf));

async function load(api: ApiClient): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await enterOffice(api);
  const today = await dayOfLoading(api);
  const demo = makeDemo(today);
  await api.mutate(DEMO_PROGRAMME_OFFICE, [{ path: 'catalogue.saveProgramme', input: PROGRAMME }]);
  const bring = (kind: ImportKind, file: DemoFile) => importOne(api, kind, file);
  await bring('ministries', csvFile('ministries', demo.agencies));
  await enterPeople(api);
  await enterSeats(api);
  await enterWages(api);
  say('people');
  await bring('procedures', await xlsxFile('procedures', demo.procedures));
  await bring('baselines', csvFile('baselines', demo.baselines));
  await answerForBaselines(api);
  await bring('documents', jsonFile('documents', demo.documents));
  // A cost sheet is what only json can hold.
  const { costed = [], plain = [] } = Object.groupBy(demo.plans, ({ measures }) =>
    measures.some(({ cost }) => cost) ? 'costed' : 'plain',
  );
  await bring('plans', await xlsxFile('plans', flat(plain)));
  await bring('plans', jsonFile('plans-with-costs', costed));
  await bring('evidence', csvFile('evidence', demo.evidence));
  await bring('documents', jsonFile('open-documents', demo.openWork.documents));
  await bring('plans', jsonFile('open-plans', demo.openWork.plans));
  await enactPlans(api, demo.openWork.left, today, (code) => say(`decisions on ${code}`));
  await enactDates(api, demo.openWork.documents, today);
  await consult(api, demo.openWork.documents, today);
  await attachFiles(api, demo.openWork.documents, today);
  say('a consultation, files');
  await raiseBottlenecks(api, demo.openWork.left, today);
  say('bottlenecks, a campaign, an inspection');
  await delegate(api, today);
  await proposeBaseline(api, today);
  await enterPrintedFigures(api);
  say('delegations, a proposed baseline, printed figures');
  await enterIndicators(api);
  await bring('indicator-figures', await xlsxFile('indicator-figures', inventedLines(today)));
  await bring('programme-tasks', csvFile('programme-tasks', taskLines(today)));
  say('done');
}

async function importOne(api: ApiClient, kind: ImportKind, file: DemoFile): Promise<void> {
  writeFileSync(join(folder, file.name), file.bytes);
  const { rows, added, changed, unchanged } = await api.importFile(DEMO_PROGRAMME_OFFICE, kind, file);
  say(`${file.name}: ${rows} rows, ${added} added, ${changed} changed, ${unchanged} unchanged`);
}

/** One line for each measure, the plan's own values on its first. */
function flat(plans: readonly { readonly code: string; readonly measures: readonly object[] }[]): object[] {
  return plans.flatMap(({ measures, ...plan }) =>
    measures.map((measure, index) =>
      index === 0 ? { ...plan, ...measure } : { code: plan.code, ...measure },
    ),
  );
}

/** Deadlines hang on the day on which loading began, also when it goes on another day. */
async function dayOfLoading(api: ApiClient): Promise<LegalDate> {
  const file = join(folder, 'day');
  const begun = await api.get(
    DEMO_PROGRAMME_OFFICE,
    `/api/v1/programmes/${PROGRAMME.code}/totals`,
    z.unknown(),
  );
  const known = begun === null ? '' : read(file);
  if (isLegalDate(known)) return known;
  const today = dayOf(new Date().toISOString());
  writeFileSync(file, today);
  return today;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
