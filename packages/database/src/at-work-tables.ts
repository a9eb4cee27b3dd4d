import type { Instant, LegalDate } from '@tinhgon/rules/day';
import type { MailMode } from '@tinhgon/rules/reminders/mail-times';
import type { ColumnType } from 'kysely';
import type { Checkpoint } from './record/checkpoint.ts';

/** What is each person's own, and no part of the record. */
export interface AtWorkTables {
  /** What was signed each night over all chains. */
  checkpoint: {
    day: LegalDate;
    position: string;
    statement: ColumnType<Checkpoint, string, string>;
    jws: string;
  };
  /** Sets of receipt keys the open workflows have been told of. */
  keys_told: { root: string; number: number; at: Instant };
  preference: { person_id: string; language: string; mail: MailMode | null };
  draft: { person_id: string; key: string; json: ColumnType<unknown, string, string>; updated_at: Instant };
  /** How far somebody has read. */
  read_mark: {
    person_id: string;
    subject: string;
    seq: number;
    at: Instant;
    since_seq: number | null;
    since_at: Instant | null;
  };
}
