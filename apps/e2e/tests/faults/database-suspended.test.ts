import { randomUUID } from 'node:crypto';
import { reconcile } from '@tinhgon/infra/faults/reconcile';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiAs } from '../../src/api-client.ts';
import { type OwnStack, startOwnStack } from '../../src/own-stack.ts';
import { documentAt, type Ministry, ministryAtWork, submittedPlan } from '../../src/scenario.ts';
import { seedMinistry } from '../../src/seed.ts';
import { until } from '../../src/until.ts';

const OUTAGE_MS = 30_000;
const PLANS = 6;

let own: OwnStack;
let ministry: Ministry;
beforeAll(async () => {
  own = await startOwnStack();
  await seedMinistry(own.place);
  ministry = await ministryAtWork(own.place);
});
afterAll(() => own.end());

test('signed-in people go on deciding while the database is away for 30 s, and nothing of it is lost', async () => {
  const plans = await Promise.all(
    Array.from({ length: PLANS }, async () => {
      const { code, document } = await submittedPlan(ministry);
      return { code, document, seen: await ministry.control.plan(code) };
    }),
  );
  // The leader was here a moment ago too; the legal department was not.
  await ministry.leader.plan(plans[0]?.code ?? '');
  const { database } = own.stack;
  if (!database) throw new RangeError('the stack has no database of its own');

  await database.suspend();
  const back = sleep(OUTAGE_MS).then(() => database.resume());
  const away = apiAs('btp-phap-che', own.place).then((legal) => legal.plan(plans[0]?.code ?? ''));
  await expect(away).rejects.toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  for (const { code, seen } of plans) {
    const approval = { type: 'approve', contentHash: seen.contentHash };
    const first = { ...approval, commandId: randomUUID(), expectedVersion: seen.version };
    const checked = await ministry.control.send('plan', code, first);
    expect(checked).toEqual({ version: seen.version + 1, projected: false });
    const second = { ...approval, commandId: randomUUID(), expectedVersion: checked.version };
    expect(await ministry.leader.send('plan', code, second)).toEqual({
      version: seen.version + 2,
      projected: false,
    });
    // The same command again, as a client that lost the answer sends it: the same answer.
    expect(await ministry.control.send('plan', code, first)).toMatchObject({ version: checked.version });
  }
  await back;

  for (const { code, document, seen } of plans) {
    const view = await until(`rows of plan ${code}`, async () => {
      const now = await ministry.drafter.plan(code);
      return now.version === seen.version + 2 ? now : null;
    });
    expect(view.history.filter(({ type }) => type === 'approved')).toHaveLength(2);
    expect(['approved', 'carrying-out']).toContain(view.phase);
    await documentAt(ministry.drafter, document.code, 'draft');
  }
  await until('agreement of workflows and rows', async () =>
    (await reconcile({ addresses: own.place, dataDir: own.place.dataDir })).code === 0 ? true : null,
  );
});
