import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { endWhereBegun } from '../end-where-begun.ts';
import { queueOf } from '../queues.ts';
import { fill, type Locale, wordsOf } from '../words.ts';

export interface RemindersKept {
  /** Open steps that are due soon or late. */
  readonly steps: number;
  /** Reminders nobody had been given before. */
  readonly fresh: number;
}

export interface MailsSent {
  readonly sent: number;
  /** To be sent later, or again. */
  readonly waiting: number;
  /** Of those waiting, tried in vain so far. */
  readonly troubled: number;
  /** Given up in the last week. */
  readonly failed: number;
}

export interface RemindersReport extends RemindersKept {
  /** Null where no mail server is named. */
  readonly mails: MailsSent | null;
}

export interface RemindersActivities {
  keepReminders(): Promise<RemindersKept>;
  sendMails(): Promise<MailsSent | null>;
}

/**
 * Every few minutes, on a Temporal Schedule: keeps the reminders that open steps have come to and sends the e-mails
 * whose time has come. That each goes out once is the database's to say, not this run's.
 */
export async function reminders({ locale }: { readonly locale: Locale }): Promise<RemindersReport> {
  const { supervisor } = wordsOf(locale);
  const activities = (summary: string) =>
    proxyActivities<RemindersActivities>({
      taskQueue: queueOf(workflowInfo().taskQueue, 'notifications'),
      startToCloseTimeout: '10 minutes',
      heartbeatTimeout: '1 minute',
      // The next run does what this one leaves undone.
      retry: { maximumAttempts: 3 },
      summary,
    });
  const kept = await activities(supervisor.keepReminders).keepReminders();
  const mails = await activities(supervisor.sendMails).sendMails();
  const lines = [
    fill(supervisor.remindersKept, { steps: kept.steps, fresh: kept.fresh }),
    mails === null ? supervisor.mailOff : fill(supervisor.mailsSent, { ...mails }),
  ];
  setCurrentDetails(lines.join('\n\n'));
  return { ...kept, mails };
}

endWhereBegun(reminders);
