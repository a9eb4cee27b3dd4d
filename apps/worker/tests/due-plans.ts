import { randomUUID } from 'node:crypto';
import { saveAssignment } from '@tinhgon/database/catalogue/save-assignment';
import { savePerson } from '@tinhgon/database/catalogue/save-person';
import { projectEvents } from '@tinhgon/database/events/project-events';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { hashOf } from '@tinhgon/rules/hash';
import { SYSTEM } from '@tinhgon/rules/person';
import { decidePlan } from '@tinhgon/rules/plan/decide';
import { startPlan } from '@tinhgon/rules/plan/start';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { control, drafter2, lan, MINISTRY, minister } from './people.ts';

const SINCE = '2020-01-01';

/** Two who draft, one who controls, one who leads, each with an address; all of one ministry. */
export async function enterMinistry(db: Db): Promise<void> {
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  for (const { id, name, agency, assignments } of [lan, drafter2, control, minister]) {
    const email = `${id}@btp.test`;
    await savePerson(db, { id, subject: id, name, email, agency, roles: [], active: true }, stamp);
    for (const held of assignments) {
      await saveAssignment(db, { id: randomUUID(), personId: id, ...held, from: SINCE, to: null }, stamp);
    }
  }
}

/** A plan in the record, begun on a day, whose review is due on another. Returns its code. */
export async function planInReview(
  db: Db,
  { openedAt, dueOn, name = 'Đơn giản hóa hộ tịch' }: { openedAt: string; dueOn: string; name?: string },
): Promise<string> {
  const code = uniqueCode('PA');
  const facts = {
    content: hashOf(code),
    header: { name, unit: '', coAgencies: [], reviewOn: dueOn, deadline: null },
    measures: [
      { procedureCode: `1.${code}`, measure: 'amend' as const, hash: hashOf(1), documents: ['TT-01'] },
    ],
  };
  const named = {
    code,
    programme: '896',
    year: 2026,
    leadAgency: MINISTRY,
    approvalLevel: 'minister' as const,
  };
  const event = startPlan(
    { ...named, facts, calendar: VIETNAM_CALENDAR, actor: lan, commandId: randomUUID() },
    openedAt,
  );
  await projectEvents(db, { subject: `plan/${code}`, epoch: 1, events: [event] });
  return code;
}

/** The review is done: the step that was open is so no more. */
export async function submitPlan(db: Db, code: string, now: string): Promise<void> {
  const { state } = await db
    .selectFrom('plan')
    .select('state')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const command = {
    type: 'submit' as const,
    commandId: randomUUID(),
    expectedVersion: state.version,
    actor: lan satisfies Actor,
  };
  const decided = decidePlan(state, command, now);
  if (!decided.ok) throw new Error(decided.rejection.code);
  await projectEvents(db, { subject: `plan/${code}`, epoch: 1, events: decided.value });
}
