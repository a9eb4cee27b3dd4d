import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_AGENCIES, DEMO_PEOPLE } from '../../demo/people.ts';
import { Problem } from '../problem.ts';
import { runProgram } from '../process/run-program.ts';
import { documentOf, groupsOf, type OpenApi } from './document.ts';
import { knownValues } from './known-values.ts';
import { findingsIn, readReport } from './read-report.ts';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];
/** Requests made up at random for each operation, beside those that walk along the edges of its schema. */
const EXAMPLES = 40;
const TIMEOUT_MS = 1_800_000;
/** They take turns: each group of operations is asked by another of them in each round. */
const PLAYERS = [
  'bca-soan-thao',
  'dau-moi',
  'bca-kiem-soat',
  'quan-tri',
  'giam-sat',
  'btp-soan-thao',
  'bca-lanh-dao',
];
/** What changes the ground under all others comes when the others have been asked. */
const LAST = ['agency-changes', 'replan', 'chains', 'calendars', 'people'];

export interface Fuzzed {
  readonly requests: number;
  /** By the status of their answers; 0 for none at all. */
  readonly answers: ReadonlyMap<number, number>;
  /** Runs in which something was wrong; what, was said at once. */
  readonly findings: number;
}

/** Sends at least `requests` made from the OpenAPI document at `api`, in the same order for the same seed. */
export async function fuzz(order: {
  readonly program: string;
  readonly api: string;
  readonly tokenOf: (user: string) => Promise<string>;
  readonly requests: number;
  readonly seed: number;
  readonly scratch: string;
  readonly say: (line: string) => void;
}): Promise<Fuzzed> {
  const document = (await (await fetch(`${order.api}/openapi.json`)).json()) as OpenApi;
  const groups = groupsOf(document).toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b));
  const known = await knownValues(
    { url: order.api, token: await order.tokenOf('dau-moi') },
    {
      programme: '896',
      people: DEMO_PEOPLE.map(({ user }) => user)
        .filter((user) => !PLAYERS.includes(user))
        .slice(0, 6),
      agencies: DEMO_AGENCIES.map(({ code }) => code),
    },
  );
  const answers = new Map<number, number>();
  let findings = 0;
  let requests = 0;
  for (let turn = 0; requests < order.requests; turn += 1) {
    const group = groups[turn % groups.length] ?? '';
    const round = Math.floor(turn / groups.length);
    const user = PLAYERS[(turn + round) % PLAYERS.length] ?? '';
    const run = await runOne(order, documentOf(document, group, known), { user, seed: order.seed + round });
    for (const [status, count] of run.answers) {
      answers.set(status, (answers.get(status) ?? 0) + count);
      requests += count;
    }
    order.say(`${requests} requests: /${group} as ${user}${run.finding === '' ? '' : ', WRONG'}`);
    if (run.finding === '') continue;
    findings += 1;
    order.say(`/${group} as ${user}, seed ${order.seed + round}\n${run.finding}`);
  }
  return { requests, answers, findings };
}

async function runOne(
  order: Parameters<typeof fuzz>[0],
  document: OpenApi,
  { user, seed }: { readonly user: string; readonly seed: number },
): Promise<{ answers: ReadonlyMap<number, number>; finding: string }> {
  const file = join(order.scratch, 'openapi.json');
  const report = join(order.scratch, 'requests.ndjson');
  writeFileSync(file, JSON.stringify(document));
  const { code, stdout, stderr } = await runProgram(
    order.program,
    [
      'run',
      file,
      '--continue-on-failure',
      '--no-shrink',
      '--no-color',
      `--url=${order.api}`,
      `--header=Authorization: Bearer ${await order.tokenOf(user)}`,
      `--checks=${CHECKS.join(',')}`,
      '--phases=coverage,fuzzing',
      `--max-examples=${EXAMPLES}`,
      `--seed=${seed}`,
      // With more, Python 3.11 loses count of its own stack while two threads parse.
      '--workers=1',
      '--request-timeout=30',
      '--generation-database=none',
      '--suppress-health-check=all',
      '--warnings=off',
      '--report=ndjson',
      `--report-ndjson-path=${report}`,
    ],
    { PYTHONUNBUFFERED: '1' },
    TIMEOUT_MS,
    order.scratch,
  );
  // 0: nothing found; 1: something found; all else: it did not run.
  if (code !== 0 && code !== 1) throw new Problem('FUZZ_FAILED', { reason: (stderr + stdout).slice(-2_000) });
  const answers = await readReport(report);
  rmSync(report);
  return { answers, finding: code === 0 ? '' : findingsIn(stdout) || stdout };
}
