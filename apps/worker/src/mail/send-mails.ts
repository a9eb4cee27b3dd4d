import { addressee } from '@tinhgon/database/reminders/addressee';
import {
  closeMail,
  countMails,
  putOffMail,
  takeMails,
  type WaitingMail,
} from '@tinhgon/database/reminders/mail-queue';
import { notificationsOfMail } from '@tinhgon/database/queries/notifications/list-notifications';
import type { Db } from '@tinhgon/database/schema';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { ownStepNames } from '@tinhgon/database/queries/terms/chains';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import { retryAt } from '@tinhgon/rules/reminders/mail-times';
import { isOwnStep } from '@tinhgon/rules/vocabulary';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { MailsSent } from '@tinhgon/workflows/reminders/reminders';
import type { Mailer, Message } from './mailer.ts';
import { renderMail } from './render-mail.ts';
import { mailLanguage } from './words.ts';

interface Post {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly deployment: Deployment;
  readonly now: () => Instant;
  readonly onProgress?: (sent: number) => void;
}

/** Longer than one message can take; a sender that dies with one in its hands delays it by this. */
const LEASE_MS = 5 * 60_000;
/** The next run goes on. */
const MOST_AT_ONCE = 1_000;

/** Sends the mails whose time has come, one after the other, until none is left or the server cannot be reached. */
export async function sendMails(post: Post): Promise<MailsSent> {
  const { db, now, onProgress } = post;
  let sent = 0;
  for (let taken = 0; taken < MOST_AT_ONCE; taken += 1) {
    const leaseUntil = new Date(Date.parse(now()) + LEASE_MS).toISOString();
    const [mail] = await takeMails(db, { now: now(), leaseUntil, limit: 1 });
    if (!mail) break;
    const outcome = await sendOne(post, mail);
    if (outcome === 'sent') sent += 1;
    onProgress?.(sent);
    if (outcome === 'unreachable') break;
  }
  return { sent, ...(await countMails(db, now())) };
}

async function sendOne(post: Post, mail: WaitingMail): Promise<'sent' | 'not-sent' | 'unreachable'> {
  const { db, mailer, now } = post;
  const message = await messageOf(post, mail);
  if (!message) {
    await closeMail(db, mail.id, 'dropped', now());
    return 'not-sent';
  }
  const result = await mailer.send(message);
  if (result.ok) {
    await closeMail(db, mail.id, 'sent', now());
    return 'sent';
  }
  const again = result.why === 'refused' ? null : retryAt(now(), mail.attempts, mail.id);
  if (again === null) await closeMail(db, mail.id, 'failed', now(), result.error);
  else await putOffMail(db, mail.id, again, result.error);
  return result.why === 'unreachable' ? 'unreachable' : 'not-sent';
}

/** What is to be said as things stand now; null when it has been done meanwhile, or nobody is there to read it. */
async function messageOf({ db, deployment, now }: Post, mail: WaitingMail): Promise<Message | null> {
  const today = dayOf(now());
  const to = await addressee(db, mail.personId, today);
  if (!to) return null;
  const items = await notificationsOfMail(db, to.actor, mail.id, {
    today,
    calendar: await currentCalendar(db),
  });
  if (items.length === 0) return null;
  const language = mailLanguage(to.language, deployment.locale);
  const { publicUrl } = deployment;
  const own = items.some(({ step }) => step !== null && isOwnStep(step)) ? await ownStepNames(db) : [];
  const ownSteps = Object.fromEntries(own.map(({ key, name }) => [key, name[language]]));
  return {
    id: mail.id,
    to: to.address,
    language,
    ...renderMail(items, { language, publicUrl, today, ownSteps }),
  };
}
