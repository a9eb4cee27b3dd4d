/**
 * What a decision costs: `approve` through `/api/v1`, one caller at a time, against a bare Update with one
 * normal activity that does nothing, taken in turn on the same server in the same run.
 *
 *   npm start                                  (in another terminal)
 *   node infra/bench/decisions/main.ts [rounds]
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { z } from 'zod';
import { DEMO_PEOPLE } from '../../demo/people.ts';
import { personToken } from '../../src/identity/person-token.ts';
import { openRecord } from '../../src/stack/record.ts';
import { readSettings } from '../../src/stack/settings.ts';
import { summary, timed } from '../percentiles.ts';
import { bareActivities } from './bare-activities.ts';
import { bare, decideUpdate } from './bare-workflow.ts';

const WARM_UP = 5;
const QUEUE = `bench-${randomUUID()}`;
const rounds = z.coerce.number().int().min(10).max(500).default(60).parse(process.argv[2]);

Runtime.install({ logger: new DefaultLogger('WARN') });
const { DATA_DIR } = readSettings(process.env);
const addresses = openRecord(DATA_DIR).readAddresses();
if (!addresses) throw new Error('nothing is running: npm start');
const { api, oidcIssuer, temporalAddress } = addresses;

const drafter = personWith('drafter');
const checker = personWith('procedure-control', drafter.agency);
const drafterToken = await token(drafter.user);
const checkerToken = await token(checker.user);

const procedures = await call(
  drafterToken,
  'GET',
  `/procedures?ministry=${drafter.agency}&programme=896&limit=1`,
);
const procedureCode = z.object({ items: z.array(z.object({ code: z.string() })).min(1) }).parse(procedures)
  .items[0]?.code;
const documentCode = `BENCH-${randomUUID().slice(0, 8)}`;
const common = { programme: '896', leadAgency: drafter.agency };
await call(drafterToken, 'POST', '/documents', {
  ...common,
  code: documentCode,
  type: 'circular',
  title: 'Thông tư đo tốc độ',
});

const connection = await Connection.connect({ address: temporalAddress });
const native = await NativeConnection.connect({ address: temporalAddress });
const worker = await Worker.create({
  connection: native,
  taskQueue: QUEUE,
  workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
  activities: bareActivities,
});
await worker.runUntil(async () => {
  const total = rounds + WARM_UP;
  const client = new Client({ connection });
  const handle = await client.workflow.start(bare, {
    taskQueue: QUEUE,
    workflowId: `bench/${QUEUE}`,
    args: [total],
  });
  const decisionsMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round < total; round += 1) {
    const plan = await submittedPlan(round);
    const command = {
      commandId: randomUUID(),
      expectedVersion: plan.version,
      type: 'approve',
      contentHash: plan.contentHash,
    };
    const decision = await timed(() => call(checkerToken, 'POST', `/plans/${plan.code}/commands`, command));
    const update = await timed(() =>
      handle.executeUpdate(decideUpdate, { args: ['x'], updateId: randomUUID() }),
    );
    if (round < WARM_UP) continue;
    decisionsMs.push(decision);
    bareMs.push(update);
  }
  await handle.result();
  const decision = summary(decisionsMs);
  const baseline = summary(bareMs);
  const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
  console.log(
    JSON.stringify(
      {
        decision,
        baseline,
        ratioP50: ratio(decision.p50Ms, baseline.p50Ms),
        ratioP95: ratio(decision.p95Ms, baseline.p95Ms),
      },
      null,
      2,
    ),
  );
});
await connection.close();
await native.close();

async function submittedPlan(round: number): Promise<{ code: string; version: number; contentHash: string }> {
  const measures = [{ procedureCode, measure: 'cut-papers', documents: [documentCode] }];
  const started = await call(drafterToken, 'POST', '/plans', {
    ...common,
    year: 2026,
    name: `Phương án đo tốc độ ${round}`,
    measures,
  });
  const { code } = z.object({ code: z.string() }).parse(started);
  await call(drafterToken, 'POST', `/plans/${code}/commands`, {
    commandId: randomUUID(),
    expectedVersion: 1,
    type: 'submit',
  });
  const view = z.object({ code: z.string(), version: z.int(), contentHash: z.string() });
  return view.parse(await call(checkerToken, 'GET', `/plans/${code}`));
}

async function call(bearer: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${api}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

function personWith(code: (typeof DEMO_PEOPLE)[number]['functions'][number], agency?: string) {
  const found = DEMO_PEOPLE.find(
    (person) => person.functions.includes(code) && (agency ?? person.agency) === person.agency,
  );
  if (!found) throw new Error(`no demo person holds ${code}`);
  return found;
}

function token(user: string): Promise<string> {
  return personToken({ issuer: oidcIssuer, dataDir: DATA_DIR }, user);
}
