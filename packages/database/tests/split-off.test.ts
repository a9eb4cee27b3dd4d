import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { hashOf } from '@tinhgon/rules/hash';
import { decidePlan } from '@tinhgon/rules/plan/decide';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import { startPlan } from '@tinhgon/rules/plan/start';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SubjectBegun } from '../src/events/errors.ts';
import { projectEvents } from '../src/events/project-events.ts';
import { pendingStarts } from '../src/queries/workflows/pending-starts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const assignments = [{ function: 'drafter' as const, agency: 'BTP' }];
const lan = { id: 'lan', name: 'Lan', agency: 'BTP', roles: [], assignments };
const AT = '2026-03-02T01:00:00.000Z';

/** A plan of two procedures, and its split, which another run of the workflow may decide at another moment. */
function splitPlan(code: string, into: string) {
  const measures = ['1.001', '1.002'].map((procedureCode) => ({
    procedureCode,
    measure: 'amend' as const,
    hash: hashOf(procedureCode),
    documents: ['TT-1'],
  }));
  const header = { name: 'Khai sinh', unit: '', coAgencies: [], reviewOn: null, deadline: null };
  const started = startPlan(
    {
      code,
      programme: '896',
      year: 2026,
      leadAgency: 'BTP',
      approvalLevel: 'minister',
      facts: { content: hashOf(code), header, measures },
      calendar: VIETNAM_CALENDAR,
      actor: lan,
      commandId: crypto.randomUUID(),
    },
    AT,
  );
  const commandId = crypto.randomUUID();
  const splitAt = (now: string): PlanEvent[] => {
    const decided = decidePlan(
      evolvePlan(null, started),
      {
        type: 'split',
        commandId,
        expectedVersion: 1,
        actor: lan,
        procedureCodes: ['1.002'],
        name: 'Tách',
        parting: { into, contents: { rest: hashOf('rest'), part: hashOf('part') } },
      },
      now,
    );
    if (!decided.ok) throw new Error(decided.rejection.code);
    return decided.value;
  };
  return { subject: `plan/${code}`, started, splitAt };
}

const begun = (code: string) =>
  database.db.selectFrom('event').selectAll().where('subject', '=', `plan/${code}`).execute();

test('both plans come into the record in one transaction, once, and the new one waits for its workflow', async () => {
  const { subject, started, splitAt } = splitPlan('BTP-1', 'BTP-2');
  const events = [started, ...splitAt(AT)];
  await projectEvents(database.db, { subject, epoch: 1, events });
  await projectEvents(database.db, { subject, epoch: 1, events });
  expect((await begun('BTP-2')).map(({ type, seq, epoch }) => [type, seq, epoch])).toEqual([
    ['planSplitOff', 1, 1],
  ]);
  const { rows } = await measures();
  expect(rows).toEqual(['BTP-1 1.001', 'BTP-2 1.002']);
  expect(await pendingStarts(database.db, 9)).toEqual(['plan/BTP-2']);
});

test('a workflow that was reset and splits again finds what it has split already', async () => {
  const { subject, started, splitAt } = splitPlan('BTP-3', 'BTP-4');
  await projectEvents(database.db, { subject, epoch: 1, events: [started, ...splitAt(AT)] });
  const later = splitAt('2026-03-03T01:00:00.000Z');
  await projectEvents(database.db, { subject, epoch: 2, events: later });
  expect(await begun('BTP-4')).toHaveLength(1);
});

test('nothing of a split is recorded where something else stands under the code', async () => {
  const other = splitPlan('BTP-6', 'BTP-7');
  await projectEvents(database.db, { subject: other.subject, epoch: 1, events: [other.started] });
  const { subject, started, splitAt } = splitPlan('BTP-5', 'BTP-6');
  const outbox = { subject, epoch: 1, events: [started, ...splitAt(AT)] };
  await expect(projectEvents(database.db, outbox)).rejects.toThrow(SubjectBegun);
  expect(await begun('BTP-5')).toEqual([]);
  expect(await begun('BTP-6')).toHaveLength(1);
});

async function measures() {
  const found = await database.db.selectFrom('measure').selectAll().orderBy('plan_code').execute();
  return { rows: found.map(({ plan_code, procedure_code }) => `${plan_code} ${procedure_code}`) };
}
