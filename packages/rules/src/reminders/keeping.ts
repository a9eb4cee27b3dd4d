/** How many days a notification that asks for nothing any more is kept: after it was read, and unread after it came. */
export const NOTIFICATION_KEPT_DAYS = { read: 90, unread: 365 } as const;
/** How many days a draft is kept that its author does not touch. */
export const DRAFT_KEPT_DAYS = 365;
/** How many days an e-mail is known of after it was sent or given up, unless a notification names it. */
export const MAIL_KEPT_DAYS = 90;
