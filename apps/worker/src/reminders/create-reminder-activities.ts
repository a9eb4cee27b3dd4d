import { heartbeat } from '@temporalio/activity';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import type { RemindersActivities } from '@tinhgon/workflows/reminders/reminders';
import type { Logger } from 'pino';
import type { Starting } from '../activities/start-from-record.ts';
import type { Mailer } from '../mail/mailer.ts';
import { sendMails } from '../mail/send-mails.ts';

/** What the workflow `reminders` has done; without a mailer no e-mail is planned either. */
export function createReminderActivities(
  { db, deployment }: Pick<Starting, 'db' | 'deployment'>,
  mailer: Mailer | null,
  log: Logger,
): RemindersActivities {
  const now = () => new Date().toISOString();
  return {
    keepReminders: async () => {
      const withMail = mailer !== null;
      const kept = await keepDueReminders(db, now(), { calendar: await currentCalendar(db), withMail });
      if (kept.fresh > 0) log.info(kept, 'people reminded');
      return kept;
    },
    sendMails: async () => {
      if (mailer === null) return null;
      const mails = await sendMails({ db, mailer, deployment, now, onProgress: (sent) => heartbeat(sent) });
      if (mails.troubled > 0 || mails.failed > 0) log.warn(mails, 'some e-mails could not be sent');
      return mails;
    },
  };
}
