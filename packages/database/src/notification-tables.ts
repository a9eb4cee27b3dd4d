import type { NotificationKind } from '@tinhgon/rules/reminders/kinds';
import type { VoidedView } from '@tinhgon/rules/views/voided';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Instant = string;
type Day = string;

export interface NotificationFacts {
  readonly text?: string;
  readonly voided?: VoidedView;
}

/** What people are told; no part of the record. */
export interface NotificationTables {
  notification: {
    id: Generated<string>;
    person_id: string;
    subject: string;
    step: string;
    opened_at: Instant;
    due_on: Day;
    kind: NotificationKind;
    /** What is told besides: the words of the programme office, or the approval that fell. */
    facts: Json<NotificationFacts> | null;
    created_at: Instant;
    read_at: Instant | null;
    /** The e-mail that carries it; null when none does. */
    mail_id: string | null;
  };
  mail: {
    id: string;
    person_id: string;
    /** The morning of a digest; null for a mail about one thing. */
    digest_on: Day | null;
    /** `dropped`: when its time had come there was nothing left to say, or nobody to say it to. */
    state: 'waiting' | 'sent' | 'dropped' | 'failed';
    created_at: Instant;
    next_attempt_at: Instant;
    attempts: number;
    closed_at: Instant | null;
    error: string | null;
  };
  /** Only the hash of a calendar's secret is stored. */
  calendar_feed: { person_id: string; secret_hash: string; created_at: Instant };
}
