/** Program: keeps reminders and sends e-mails whose time has come, once, as the schedule does every few minutes. */
import { createDatabase } from '@tinhgon/database/create-database';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { readConfig } from '../config.ts';
import { mailerOf } from '../mail/mailer.ts';
import { sendMails } from '../mail/send-mails.ts';

const config = readConfig({ ...process.env, TZ: 'UTC' });
const db = createDatabase(config.DATABASE_URL, { applicationName: 'tinhgon-remind' });
const deployment = { locale: config.APP_LOCALE, publicUrl: config.PUBLIC_URL };
const now = () => new Date().toISOString();
const mailer = mailerOf(config);
try {
  const { steps, fresh } = await keepDueReminders(db, now(), {
    calendar: await currentCalendar(db),
    withMail: mailer !== null,
  });
  process.stdout.write(`${steps} steps due soon or late, ${fresh} new reminders\n`);
  if (mailer) {
    const { sent, waiting, failed } = await sendMails({ db, mailer, deployment, now });
    process.stdout.write(`${sent} e-mails sent, ${waiting} waiting, ${failed} given up\n`);
  }
} finally {
  mailer?.close();
  await db.destroy();
}
