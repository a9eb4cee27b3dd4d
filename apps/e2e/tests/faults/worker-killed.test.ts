import { randomUUID } from 'node:crypto';
import { feedPage, type FeedItem } from '@tinhgon/rules/views/feed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, Refused, type Subject, type Words } from '../../src/api-client.ts';
import { insist } from '../../src/insist.ts';
import { type OwnStack, startOwnStack } from '../../src/own-stack.ts';
import { reconcile } from '../../src/reconciliation.ts';
import {
  documentAt,
  type Ministry,
  ministryAtWork,
  newPlan,
  type NewPlan,
  today,
} from '../../src/scenario.ts';
import { seedMinistry } from '../../src/seed.ts';
import { until } from '../../src/until.ts';

const PLANS = 10;
/** Decisions acknowledged before the first and second kill: in the middle of the plans, then of their documents. */
const KILL_AFTER = [18, 60] as const;

let own: OwnStack;
let ministry: Ministry;
beforeAll(async () => {
  own = await startOwnStack();
  await seedMinistry(own.place);
  ministry = await ministryAtWork(own.place);
});
afterAll(() => own.end());

const acknowledged: { subject: string; version: number }[] = [];
const killed: number[] = [];

function killWorkerInTheMiddle(): void {
  const next = KILL_AFTER[killed.length];
  if (next === undefined || acknowledged.length < next) return;
  const worker = own.stack.processes()['worker'];
  if (!worker) throw new RangeError('the stack has no worker');
  process.kill(worker.pid, 'SIGKILL');
  killed.push(worker.pid);
}

/** Decides about the state the decider sees; a reader who sees rows from before looks again. */
async function decide(api: Api, subject: Subject, code: string, words: Words): Promise<void> {
  const answer = await until(`${words.type} on ${subject} ${code}`, async () => {
    const seen = await api[subject](code);
    const hash = words.type === 'approve' ? { contentHash: seen.contentHash } : {};
    const command = { commandId: randomUUID(), expectedVersion: seen.version, ...hash, ...words };
    return insist(api, subject, code, command).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 409) return null;
      throw error;
    });
  });
  acknowledged.push({ subject: `${subject}/${code}`, version: answer.version });
  killWorkerInTheMiddle();
}

async function wholeLife(plan: NewPlan): Promise<void> {
  const { drafter, control, legal, leader } = ministry;
  const { code } = plan.document;
  const procedureCodes = plan.procedures.map((procedure) => procedure.code);
  const day = today();
  await decide(drafter, 'plan', plan.code, { type: 'submit' });
  await decide(control, 'plan', plan.code, { type: 'approve' });
  await decide(leader, 'plan', plan.code, { type: 'approve' });
  await documentAt(drafter, code, 'draft');
  await decide(drafter, 'document', code, { type: 'submit' });
  await decide(legal, 'document', code, { type: 'approve' });
  await decide(drafter, 'document', code, { type: 'submit' });
  await decide(leader, 'document', code, {
    type: 'recordPromulgation',
    number: `${code}/TT`,
    signedOn: day,
    inForceOn: day,
  });
  await decide(drafter, 'document', code, { type: 'submit' });
  await decide(leader, 'document', code, {
    type: 'recordAnnouncement',
    decisionNumber: `${code}/QĐ`,
    signedOn: day,
    procedureCodes,
  });
  await decide(control, 'document', code, {
    type: 'recordDatabaseEntry',
    reference: `CSDL ${code}`,
    enteredOn: day,
    procedureCodes,
  });
  await decide(control, 'document', code, { type: 'recordDisplay', displayedOn: day });
}

async function wholeFeed(): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let after = '0'; ; ) {
    const page = feedPage.parse(await ministry.office.request('GET', `/events?limit=1000&after=${after}`));
    if (page.items.length === 0) return items;
    items.push(...page.items);
    after = page.next;
  }
}

test('a worker killed twice amid the decisions on ten plans loses and repeats none, and every plan ends', async () => {
  const plans: NewPlan[] = [];
  for (let count = 0; count < PLANS; count += 1) plans.push(await newPlan(ministry));

  await Promise.all(plans.map(wholeLife));

  expect(killed).toHaveLength(KILL_AFTER.length);
  for (const plan of plans) {
    await until(`the end of plan ${plan.code}`, async () =>
      (await ministry.drafter.plan(plan.code)).phase === 'done' ? true : null,
    );
  }
  expect(acknowledged).toHaveLength(PLANS * 11);
  const byPeople = (await wholeFeed()).filter(({ actor }) => actor.id !== 'system');
  const wrong = acknowledged.filter(
    (one) =>
      byPeople.filter((item) => item.subject === one.subject && item.version === one.version).length !== 1,
  );
  expect(wrong).toEqual([]);
  // Only what was acknowledged happened: besides it there are the two beginnings of each pair.
  const subjects = new Set(acknowledged.map(({ subject }) => subject));
  expect(byPeople.filter(({ subject }) => subjects.has(subject)).length).toBe(
    acknowledged.length + 2 * PLANS,
  );
  await until('agreement of workflows and rows', async () =>
    (await reconcile(own.place)).code === 0 ? true : null,
  );
});
