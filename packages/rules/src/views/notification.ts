import { z } from 'zod';
import { REMINDER_KINDS } from '../reminders/kinds.ts';
import { MAIL_MODES } from '../reminders/mail-times.ts';
import { codeSchema } from '../text.ts';
import { DOCUMENT_TYPES } from '../vocabulary.ts';
import { agencyRef, personRefView } from './common.ts';

export const NOTIFICATION_VIEWS = ['unread', 'all'] as const;

/** Names a notification; grows with time. */
const notificationId = z.string().regex(/^\d{1,18}$/);

/** One thing a person was told about a step of a plan or document. */
export const notificationView = z.object({
  id: notificationId,
  kind: z.enum(REMINDER_KINDS),
  subject: z.enum(['plan', 'document']),
  code: z.string(),
  title: z.string(),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  leadAgency: agencyRef,
  step: z.string(),
  dueOn: z.string(),
  /** The step is still open, and due on that day: there is something to do. */
  current: z.boolean(),
  /** Working days late today; 0 when it is not, or no longer current. */
  daysLate: z.int(),
  daysLeft: z.int().nullable(),
  holder: personRefView.nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;

/** Newest first. `unread` holds what is current and not read, and `unread` counts it. */
export const notificationPage = z.object({
  items: z.array(notificationView),
  total: z.int(),
  unread: z.int(),
  nextCursor: z.string().nullable(),
});
export const notificationInput = z.object({
  view: z.enum(NOTIFICATION_VIEWS).default('all'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Beyond what anybody has at one time. */
const MOST_MARKED = 5_000;
/** Marks the ones named as read or unread, or as read all that are not newer than one. */
export const markInput = z.union([
  z.strictObject({ ids: z.array(notificationId).min(1).max(MOST_MARKED), read: z.boolean().default(true) }),
  z.strictObject({ upTo: notificationId }),
]);
export type MarkInput = z.output<typeof markInput>;
/** Those that changed: naming them again undoes it. */
export const markAnswer = z.object({ ids: z.array(z.string()) });

export const escalationInput = z.strictObject({ subject: z.enum(['plan', 'document']), code: codeSchema });
/** Leaders told of an open step that is late. */
export const escalationList = z.array(
  z.object({ step: z.string(), to: z.array(personRefView), at: z.string() }),
);

export const preferencesView = z.object({
  language: z.enum(['vi', 'en']),
  mail: z.enum(MAIL_MODES),
  /** Where e-mail to this person goes; null when no address has been entered. */
  address: z.string().nullable(),
  /** Whether this installation sends e-mail at all. */
  sendsMail: z.boolean(),
  /** Since when the calendar can be subscribed to; null when it cannot. */
  calendarSince: z.string().nullable(),
});
export type PreferencesView = z.infer<typeof preferencesView>;
export const preferencesInput = preferencesView.pick({ language: true, mail: true }).partial();
/** The address is told once: only a hash of its secret is kept. */
export const calendarAddress = z.object({ url: z.string() });
