import type { Instant, LegalDate } from '@tinhgon/rules/day';
import type { MailMode } from '@tinhgon/rules/reminders/mail-times';
import type { ColumnType, Generated } from 'kysely';
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
  preference: {
    person_id: string;
    language: string;
    mail: MailMode | null;
    /** Whether the person's decisions need one of their passkeys. */
    confirms: Generated<boolean>;
  };
  /** WebAuthn credentials of people. */
  passkey: {
    id: string;
    person_id: string;
    name: string;
    /** COSE key (RFC 9052), as the authenticator gave it. */
    public_key: Buffer;
    transports: string[];
    created_at: Instant;
    removed_at: Instant | null;
    removed_by: string | null;
  };
  /** What an authenticator must answer for a person's passkeys to be changed; each is good once. */
  passkey_challenge: { challenge: string; person_id: string; expires_at: Instant };
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
