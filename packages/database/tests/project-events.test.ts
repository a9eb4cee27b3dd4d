import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { startPlan } from '@tinhgon/rules/plan/start';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EpochConflict, EventGap } from '../src/events/errors.ts';
import { expectedHash } from '../src/events/recorded-event.ts';
import { projectEvents } from '../src/events/project-events.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

const lan = { id: 'lan', name: 'Lan', agency: 'BTP', roles: [], assignments: [] };
let last = 0;

/** A plan just started and a comment on it. */
function events(): { subject: string; events: PlanEvent[] } {
  last += 1;
  const code = `BTP-2026-${last}`;
  const facts = {
    content: hashOf({ code }),
    header: { name: 'Khai sinh', unit: '', coAgencies: ['BCA'], reviewOn: null, deadline: '2026-06-30' },
    measures: [
      { procedureCode: '1.001', measure: 'amend' as const, hash: hashOf('1.001'), documents: ['TT-1'] },
    ],
  };
  const started = startPlan(
    {
      code,
      programme: '896',
      year: 2026,
      leadAgency: 'BTP',
      approvalLevel: 'minister',
      facts,
      calendar: VIETNAM_CALENDAR,
      actor: lan,
      commandId: crypto.randomUUID(),
    },
    '2026-03-02T01:00:00.000Z',
  );
  return { subject: `plan/${code}`, events: [started, comment(2)] };
}

const comment = (seq: number, text = 'ý kiến'): PlanEvent => ({
  type: 'commented',
  text,
  seq,
  version: seq,
  at: `2026-03-0${seq + 2}T01:00:00.000Z`,
  actor: { id: 'lan', name: 'Lan' },
  commandId: crypto.randomUUID(),
});

const stored = (subject: string) =>
  test_.db.selectFrom('current_event').selectAll().where('subject', '=', subject).orderBy('seq').execute();

test('events become rows, and the same delivered again changes nothing', async () => {
  const { subject, events: list } = events();
  expect(await projectEvents(test_.db, { subject, epoch: 1, events: list })).toEqual({ ackedSeq: 2 });
  expect(await projectEvents(test_.db, { subject, epoch: 1, events: list })).toEqual({ ackedSeq: 2 });
  expect(await projectEvents(test_.db, { subject, epoch: 1, events: [...list, comment(3)] })).toEqual({
    ackedSeq: 3,
  });
  const rows = await stored(subject);
  expect(rows.map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'planStarted'],
    [2, 'commented'],
    [3, 'commented'],
  ]);
  const plan = await test_.db
    .selectFrom('plan')
    .selectAll()
    .where('code', '=', subject.slice(5))
    .executeTakeFirstOrThrow();
  expect(plan).toMatchObject({
    name: 'Khai sinh',
    co_agencies: ['BCA'],
    phase: 'drafting',
    deadline: '2026-06-30',
  });
  expect(plan.state.seq).toBe(3);
  const steps = await test_.db.selectFrom('step_run').selectAll().where('subject', '=', subject).execute();
  expect(steps).toMatchObject([
    { step: 'review', number: 1, opened_at: '2026-03-02T01:00:00.000Z', procedures: 1 },
  ]);
});

test('each event seals the one before', async () => {
  const { subject, events: list } = events();
  await projectEvents(test_.db, { subject, epoch: 1, events: list });
  const [first, second] = await stored(subject);
  expect(first?.prev_hash).toBeNull();
  expect(second?.prev_hash).toBe(first?.hash);
  expect(first && expectedHash(first)).toBe(first?.hash);
});

test('a gap is refused and says what the record has', async () => {
  const { subject, events: list } = events();
  await projectEvents(test_.db, { subject, epoch: 1, events: list });
  const gap = projectEvents(test_.db, { subject, epoch: 1, events: [comment(4)] });
  await expect(gap).rejects.toThrow(EventGap);
  await expect(gap).rejects.toMatchObject({ ackedSeq: 2 });
});

test('another event in the same place is refused loudly, and taken under a later epoch', async () => {
  const { subject, events: list } = events();
  await projectEvents(test_.db, { subject, epoch: 1, events: [...list, comment(3, 'cũ'), comment(4, 'cũ')] });
  const other = [comment(3, 'mới')];
  const clash = projectEvents(test_.db, { subject, epoch: 1, events: other });
  await expect(clash).rejects.toThrow(EpochConflict);
  await expect(clash).rejects.toMatchObject({ currentEpoch: 1 });
  expect(await projectEvents(test_.db, { subject, epoch: 2, events: other })).toEqual({ ackedSeq: 3 });
  const rows = await stored(subject);
  expect(rows.map(({ epoch, seq, payload }) => [epoch, seq, payload['text']])).toEqual([
    [1, 1, undefined],
    [1, 2, 'ý kiến'],
    [2, 3, 'mới'],
  ]);
  expect(rows[2]?.prev_hash).toBe(rows[1]?.hash);
  const all = await test_.db.selectFrom('event').select('seq').where('subject', '=', subject).execute();
  expect(all).toHaveLength(5);
  await expect(projectEvents(test_.db, { subject, epoch: 1, events: [comment(5)] })).rejects.toMatchObject({
    name: 'EpochConflict',
    currentEpoch: 2,
  });
});

test('the record cannot be changed, deleted or emptied', async () => {
  const { subject, events: list } = events();
  await projectEvents(test_.db, { subject, epoch: 1, events: list });
  await test_.db.insertInto('content').values({ hash: 'h', json: '{}' }).execute();
  for (const table of ['event', 'epoch', 'content'] as const) {
    const column = table === 'content' ? 'hash' : 'subject';
    await expect(
      sql`update ${sql.table(table)} set ${sql.ref(column)} = 'x'`.execute(test_.db),
    ).rejects.toThrow(/append-only/);
    await expect(sql`delete from ${sql.table(table)}`.execute(test_.db)).rejects.toThrow(/append-only/);
    await expect(sql`truncate ${sql.table(table)}`.execute(test_.db)).rejects.toThrow(/append-only/);
  }
});
