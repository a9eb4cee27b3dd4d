import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../reminders/kinds.ts';
import { MAIL_MODES } from '../reminders/mail-times.ts';
import { codeSchema } from '../text.ts';
import { DOCUMENT_TYPES } from '../vocabulary.ts';
import { agencyRef, localName, personRefView } from './common.ts';
import { voidedView } from './voided.ts';

export const NOTIFICATION_VIEWS = ['unread', 'all'] as const;

/** Names a notification; grows with time. */
const notificationId = z.string().regex(/^\d{1,18}$/);

/** One thing a person was told: about a step of a plan or document, an approval of theirs, a campaign, or a webhook. */
export const notificationView = z.object({
  id: notificationId,
  kind: z.enum(NOTIFICATION_KINDS),
  subject: z.enum(['plan', 'document', 'campaign', 'webhook']),
  code: z.string(),
  title: z.string(),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  /** Null for a campaign or webhook. */
  leadAgency: agencyRef.nullable(),
  /** Null for a campaign or webhook; for a voided approval the check it was given at. */
  step: z.string().nullable(),
  /** For a campaign its present day; null where nothing is due. */
  dueOn: z.string().nullable(),
  /**
   * There is something to do: the step is still open and due on that day, their agency has not answered the campaign
   * yet, the webhook is still off. A voided approval stays so.
   */
  current: z.boolean(),
  /** Working days late today; 0 when it is not, or no longer current. */
  daysLate: z.int(),
  daysLeft: z.int().nullable(),
  holder: personRefView.nullable(),
  /** What the programme office wrote with it: its reminder, or why the day was moved. */
  text: z.string().nullable(),
  /** Which approval fell, and what was changed in which procedures. */
  voided: voidedView
    .extend({
      procedures: z.array(z.object({ code: z.string(), name: localName, fields: z.array(z.string()) })),
    })
    .nullable(),
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
