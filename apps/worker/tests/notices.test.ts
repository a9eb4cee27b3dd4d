import { saveLanguage, saveMailMode } from '@tinhgon/database/at-work/preferences';
import { savePerson } from '@tinhgon/database/catalogue/save-person';
import { projectEvents } from '@tinhgon/database/events/project-events';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { pruneNotifications } from '@tinhgon/database/reminders/prune-notifications';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { campaignTick, decideCampaign } from '@tinhgon/rules/campaign/decide';
import type { StampedCampaignCommand } from '@tinhgon/rules/campaign/command';
import type { CampaignEvent } from '@tinhgon/rules/campaign/event';
import { startCampaign } from '@tinhgon/rules/campaign/start';
import { addDays, startOfDay } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Mailer, mailerOf } from '../src/mail/mailer.ts';
import { sendMails } from '../src/mail/send-mails.ts';
import { oanh, office } from './bottleneck-scenario.ts';
import { enterMinistry, planInReview, submitPlan } from './due-plans.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { lan } from './people.ts';

const at = (day: string, hours = 9) =>
  new Date(Date.parse(startOfDay(day)) + hours * 3_600_000).toISOString();
const OPENED = '2026-05-04';
const BY = '2026-05-15';
const PUBLIC = 'https://tinhgon.test';

let database: TestDatabase;
let server: TestMailServer;
let mailer: Mailer;
beforeEach(async () => {
  database = await createTestDatabase();
  server = await startMailServer();
  mailer =
    mailerOf({ SMTP_URL: server.url, MAIL_FROM: 'nhac@tinhgon.test', PUBLIC_URL: PUBLIC }) ??
    (() => {
      throw new Error('no mailer');
    })();
  const { db } = database;
  await enterMinistry(db);
  const stamp = { actor: SYSTEM, now: at('2026-01-02') };
  for (const { id, name, agency, roles } of [
    oanh,
    { ...oanh, id: 'kiem', roles: ['auditor' as const] },
    office,
  ]) {
    const person = { id, subject: id, name, email: `${id}@byt.test`, agency, roles, active: true };
    await savePerson(db, person, stamp);
  }
  for (const id of ['an', 'minh', 'hoa']) await saveMailMode(db, id, 'none', 'vi');
});
afterEach(async () => {
  mailer.close();
  await server.stop();
  await database.drop();
});

/** A campaign that asks two ministries, in the record. */
async function campaign(): Promise<string> {
  const code = uniqueCode('DRS');
  const event = startCampaign(
    {
      code,
      title: 'Rà soát điểm nghẽn',
      question: 'Còn vướng mắc gì?',
      asks: 'chosen',
      asked: ['BTP', 'BYT'],
      answerBy: BY,
      calendar: VIETNAM_CALENDAR,
      actor: office,
      commandId: randomUUID(),
    },
    at(OPENED),
  );
  await project(code, [event]);
  return code;
}
const project = (code: string, events: readonly CampaignEvent[]) =>
  projectEvents(database.db, { subject: `campaign/${code}`, epoch: 1, events });
const stateOf = async (code: string) =>
  (
    await database.db
      .selectFrom('campaign')
      .select('state')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
  ).state;
async function does(code: string, actor: typeof office, words: object, now: string): Promise<void> {
  const state = await stateOf(code);
  const envelope = { commandId: randomUUID(), expectedVersion: state.version, actor };
  const decided = decideCampaign(state, { ...envelope, ...words } as StampedCampaignCommand, now);
  if (!decided.ok) throw new Error(decided.rejection.code);
  await project(code, decided.value);
}
const look = (now: string) =>
  keepDueReminders(database.db, now, { calendar: VIETNAM_CALENDAR, withMail: true });
const send = (now: string) =>
  sendMails({
    db: database.db,
    mailer,
    deployment: { locale: 'vi', publicUrl: PUBLIC },
    now: () => now,
  });
async function told(subject: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('notification')
    .select(['person_id', 'kind'])
    .where('subject', '=', subject)
    .orderBy('created_at')
    .orderBy('kind')
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id: person, kind }) => `${person} ${kind}`);
}

it('tells of a campaign, its reminder, its new day and its end, each once, those who have not answered', async () => {
  const code = await campaign();
  const twice = async (now: string) => {
    await look(now);
    await look(now);
  };
  await twice(at(OPENED));
  await does(code, lan, { type: 'declareNone' }, at('2026-05-05'));
  await does(code, office, { type: 'remind', text: 'Đề nghị trả lời' }, at('2026-05-06'));
  await twice(at('2026-05-06', 10));
  await twice(at('2026-05-14'));
  const later = '2026-05-22';
  await does(code, office, { type: 'moveDay', answerBy: later, reason: 'Các bộ xin thêm' }, at('2026-05-14'));
  await twice(at('2026-05-14', 10));
  await twice(at('2026-05-21'));
  await project(code, campaignTick(await stateOf(code), { at: at(addDays(later, 1)), actor: SYSTEM }));
  await twice(at(addDays(later, 1)));
  expect(await told(`campaign/${code}`)).toEqual([
    'an campaign-opened',
    'hoa campaign-opened',
    'lan campaign-opened',
    'minh campaign-opened',
    'oanh campaign-opened',
    'oanh campaign-reminded',
    'oanh campaign-ending',
    'oanh campaign-moved',
    'oanh campaign-ending',
  ]);
});

it('mails it as each person chose, in their language', async () => {
  const code = await campaign();
  await saveMailMode(database.db, 'oanh', 'single', 'vi');
  await saveLanguage(database.db, 'oanh', 'en');
  await look(at(OPENED));
  await does(code, office, { type: 'remind', text: 'Đề nghị trả lời\ntrước ngày 15' }, at(OPENED, 10));
  await look(at(OPENED, 10));
  expect((await send(at(OPENED, 11))).sent).toBe(2);
  const [opened, reminded] = server.mails;
  expect(opened?.to).toMatchObject({ text: 'oanh@byt.test' });
  expect(opened?.subject).toBe('New campaign: Rà soát điểm nghẽn');
  expect(opened?.text).toContain(`${PUBLIC}/campaigns/${code}`);
  expect(opened?.text).toContain('Due 15 May 2026');
  expect(reminded?.subject).toBe('Campaign: reminder: Rà soát điểm nghẽn');
  expect(reminded?.text).toContain('Đề nghị trả lời\ntrước ngày 15');
  // The one who gets a digest hears of both the next morning, in Vietnamese.
  expect((await send(at('2026-05-05', 8.2))).sent).toBe(1);
  const digest = server.mails[2];
  expect(digest?.to).toMatchObject({ text: 'lan@btp.test' });
  expect(digest?.subject).toBe('2 việc cần chú ý, ngày 05/05/2026');
  expect(digest?.text).toContain('Đợt rà soát mới: Rà soát điểm nghẽn');
  expect(digest?.text).toContain('Nhắc trả lời đợt rà soát: Rà soát điểm nghẽn');
});

it('mails nothing to who has answered in the meantime', async () => {
  const code = await campaign();
  await look(at(OPENED));
  await does(code, lan, { type: 'declareNone' }, at(OPENED, 15));
  await does(code, oanh, { type: 'declareNone' }, at(OPENED, 15));
  expect(await send(at('2026-05-05', 9))).toEqual({ sent: 0, waiting: 0, troubled: 0, failed: 0 });
});

it('removes what has been kept long enough, and tells nothing a second time for it', async () => {
  const { db } = database;
  const [late, done] = [
    await planInReview(db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' }),
    await planInReview(db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' }),
  ];
  await look(at('2026-03-11'));
  await submitPlan(db, done, at('2026-03-12'));
  const code = await campaign();
  await look(at(OPENED));
  await send(at('2026-05-05', 12));
  await db
    .updateTable('notification')
    .set({ read_at: at('2026-05-05') })
    .where('person_id', '=', 'lan')
    .execute();
  const count = async (subject: string) => (await told(subject)).length;
  const of = { late: `plan/${late}`, done: `plan/${done}`, campaign: `campaign/${code}` };
  const before = { late: await count(of.late), campaign: await count(of.campaign) };

  // Read ninety days ago, not yet and just now; what is still to be done stays.
  expect(await pruneNotifications(db, at('2026-08-03', 8))).toEqual({ notifications: 0, mails: 0 });
  expect(await told(of.done)).toContain('lan overdue');
  expect((await pruneNotifications(db, at('2026-08-03', 10))).notifications).toBe(1);
  expect(await told(of.done)).not.toContain('lan overdue');
  expect(await told(of.done)).toContain('an overdue');
  expect(await count(of.late)).toBe(before.late);
  expect(await count(of.campaign)).toBe(before.campaign);
  await project(code, campaignTick(await stateOf(code), { at: at('2026-05-16'), actor: SYSTEM }));
  await look(at('2026-08-03', 11));
  const stillLate = await count(of.late);

  // A year later what nobody read is gone too, and the mails that carried it.
  const { mails } = await pruneNotifications(db, at('2027-08-04'));
  expect(mails).toBeGreaterThan(0);
  expect(await told(of.done)).not.toContain('an overdue');
  expect([await count(of.campaign), await count(of.late)]).toEqual([0, stillLate]);
  expect(await look(at('2027-08-04'))).toMatchObject({ fresh: 0 });
});
