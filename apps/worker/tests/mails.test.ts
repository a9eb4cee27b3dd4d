import { saveLanguage, saveMailMode } from '@tinhgon/database/at-work/preferences';
import { countMails, takeMails } from '@tinhgon/database/reminders/mail-queue';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { startOfDay } from '@tinhgon/rules/day';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Mailer, mailerOf } from '../src/mail/mailer.ts';
import { sendMails } from '../src/mail/send-mails.ts';
import { enterMinistry, planInReview, submitPlan } from './due-plans.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';

const HOUR_MS = 3_600_000;
const hour = (day: string, hours: number) =>
  new Date(Date.parse(startOfDay(day)) + hours * HOUR_MS).toISOString();
const DUE = '2026-03-10';
/** The first working day after, as people come to work. */
const LATE = '2026-03-11';

let database: TestDatabase;
let server: TestMailServer;
let mailers: Mailer[];
beforeEach(async () => {
  database = await createTestDatabase();
  server = await startMailServer({ refuse: ['an@btp.test'] });
  mailers = [];
  await enterMinistry(database.db);
  // The leader and the colleague are for the tests that name them.
  for (const id of ['hoa', 'an']) await saveMailMode(database.db, id, 'none', 'vi');
});
afterEach(async () => {
  for (const mailer of mailers) mailer.close();
  await server.stop();
  await database.drop();
});

const late = (name?: string) =>
  planInReview(database.db, {
    openedAt: hour('2026-03-02', 9),
    dueOn: DUE,
    ...(name !== undefined && { name }),
  });
const look = (now: string) =>
  keepDueReminders(database.db, now, { calendar: VIETNAM_CALENDAR, withMail: true });
function send(now: string, url = server.url) {
  const publicUrl = 'https://tinhgon.test';
  const mailer = mailerOf({
    SMTP_URL: url,
    MAIL_FROM: 'Tinh Gọn <nhac-han@tinhgon.test>',
    PUBLIC_URL: publicUrl,
  });
  if (!mailer) throw new Error('no mailer');
  mailers.push(mailer);
  return sendMails({ db: database.db, mailer, deployment: { locale: 'vi', publicUrl }, now: () => now });
}

it('sends one digest in the morning, in the language of the deployment until another is chosen', async () => {
  const code = await late('Đơn giản hóa <b>hộ tịch</b> & cư trú');
  await late();
  await look(hour(LATE, 0.1));
  expect((await send(hour(LATE, 7))).sent).toBe(0);
  expect(await send(hour(LATE, 8))).toEqual({ sent: 1, waiting: 0, troubled: 0, failed: 0 });
  const [mail] = server.mails;
  expect(mail?.subject).toBe('2 việc cần chú ý, ngày 11/03/2026');
  expect(mail?.to).toMatchObject({ text: 'lan@btp.test' });
  expect(mail?.from?.text).toBe('"Tinh Gọn" <nhac-han@tinhgon.test>');
  expect(mail?.text).toContain('Quá hạn: Đơn giản hóa <b>hộ tịch</b> & cư trú');
  expect(mail?.text).toContain('Hạn 10/03/2026, trễ một ngày làm việc');
  expect(mail?.text).toContain(`https://tinhgon.test/inbox?item=plan%2F${code}%2Freview`);
  expect(mail?.html).toContain('Đơn giản hóa &lt;b&gt;hộ tịch&lt;/b&gt; &amp; cư trú');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.text).toContain('https://tinhgon.test/me/preferences');

  await saveLanguage(database.db, 'lan', 'en');
  await late();
  await look(hour(LATE, 14));
  expect((await send(hour(LATE, 18))).sent).toBe(0);
  expect((await send(hour('2026-03-12', 8))).sent).toBe(1);
  expect(server.mails[1]?.subject).toBe('Overdue: Đơn giản hóa hộ tịch');
  expect(server.mails[1]?.text).toContain('Due 10 Mar 2026, 2 working days late');
});

it('sends one mail each, or none, to those who chose so', async () => {
  await saveMailMode(database.db, 'lan', 'single', 'vi');
  await late();
  await late();
  await look(hour(LATE, 9));
  expect(await send(hour(LATE, 9.5))).toMatchObject({ sent: 2, waiting: 0 });
  expect(server.mails.map(({ subject }) => subject)).toEqual(Array(2).fill('Quá hạn: Đơn giản hóa hộ tịch'));
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(2);

  await saveMailMode(database.db, 'lan', 'none', 'vi');
  await late();
  await look(hour('2026-03-12', 9));
  expect(await send(hour('2026-03-16', 9))).toMatchObject({ sent: 0, waiting: 0 });
  expect(server.mails.filter((mail) => mail.text?.includes('minh'))).toEqual([]);
});

it('tells a leader where to read how it stands', async () => {
  await saveMailMode(database.db, 'hoa', 'single', 'vi');
  await saveMailMode(database.db, 'lan', 'none', 'vi');
  const code = await late();
  await look(hour('2026-03-13', 9));
  expect((await send(hour('2026-03-13', 10))).sent).toBe(1);
  expect(server.mails[0]?.subject).toBe('Báo cáo lãnh đạo: Đơn giản hóa hộ tịch');
  expect(server.mails[0]?.text).toContain(`https://tinhgon.test/plans/${code}\n`);
});

it('keeps mails while the server is down, and sends each once when it is back', async () => {
  const port = Number(new URL(server.url).port);
  const { url } = server;
  await saveMailMode(database.db, 'lan', 'single', 'vi');
  for (let n = 0; n < 3; n += 1) await late(`Phương án ${n}`);
  await look(hour(LATE, 9));
  await server.stop();
  // The first finds nobody there; the others wait for the next look.
  expect(await send(hour(LATE, 10), url)).toEqual({ sent: 0, waiting: 3, troubled: 1, failed: 0 });
  server = await startMailServer({ port });
  expect((await send(hour(LATE, 10), url)).sent).toBe(2);
  expect(await send(hour(LATE, 11), url)).toEqual({ sent: 1, waiting: 0, troubled: 0, failed: 0 });
  expect((await send(hour(LATE, 12), url)).sent).toBe(0);
  const subjects = new Set(server.mails.map(({ subject }) => subject));
  expect(subjects).toEqual(new Set([0, 1, 2].map((n) => `Quá hạn: Phương án ${n}`)));
  expect(server.mails).toHaveLength(3);
});

it('is sent again under the same id by the next sender when one died with it in its hands', async () => {
  await saveMailMode(database.db, 'lan', 'single', 'vi');
  await late();
  await look(hour(LATE, 9));
  const [taken] = await takeMails(database.db, {
    now: hour(LATE, 10),
    leaseUntil: hour(LATE, 10.1),
    limit: 1,
  });
  expect((await send(hour(LATE, 10))).sent).toBe(0);
  expect((await send(hour(LATE, 10.2))).sent).toBe(1);
  expect(server.mails[0]?.messageId).toBe(`<${taken?.id}@tinhgon.test>`);
});

it('is sent once however many send at the same time', async () => {
  await saveMailMode(database.db, 'lan', 'single', 'vi');
  for (let n = 0; n < 20; n += 1) await late(`Phương án ${n}`);
  await look(hour(LATE, 9));
  const sent = await Promise.all(Array.from({ length: 4 }, () => send(hour(LATE, 10))));
  expect(sent.reduce((sum, one) => sum + one.sent, 0)).toBe(20);
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(20);
  expect(server.mails).toHaveLength(20);
});

it('says nothing about what was done before the mail went', async () => {
  const code = await late();
  await look(hour(LATE, 0.1));
  await submitPlan(database.db, code, hour(LATE, 1));
  expect(await send(hour(LATE, 8))).toEqual({ sent: 0, waiting: 0, troubled: 0, failed: 0 });
  expect(server.mails).toEqual([]);
});

it('gives up an address the server knows nothing of, and goes on with the others', async () => {
  await saveMailMode(database.db, 'an', 'single', 'vi');
  await saveMailMode(database.db, 'lan', 'single', 'vi');
  await late();
  await look(hour(LATE, 9));
  expect(await send(hour(LATE, 10))).toEqual({ sent: 1, waiting: 0, troubled: 0, failed: 1 });
  const { error } = await database.db
    .selectFrom('mail')
    .select('error')
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  expect(error).toContain('no such mailbox');
  expect(await countMails(database.db, hour('2026-04-11', 9))).toMatchObject({ failed: 0 });
});

it('plans none where no server is named, and floods nobody when one is', async () => {
  await late();
  await keepDueReminders(database.db, hour(LATE, 9), { calendar: VIETNAM_CALENDAR, withMail: false });
  await look(hour(LATE, 10));
  expect(await send(hour('2026-03-12', 9))).toMatchObject({ sent: 0, waiting: 0 });
});
