import type { DeliveryState } from '@tinhgon/rules/views/webhook';
import type { Topic } from '@tinhgon/rules/webhook/topics';
import type { Generated } from 'kysely';

type Instant = string;

export interface WebhookTables {
  webhook: {
    id: string;
    name: string;
    url: string;
    topics: Topic[];
    agency: string | null;
    enabled: boolean;
    removed: boolean;
  };
  /** No part of the record. */
  webhook_standing: {
    webhook: string;
    /** Of the last event that was delivered, put aside or none of its business. */
    position: string;
    /** As the payload keys seal it. */
    secret: string;
    secret_since: Instant;
    old_secret: string | null;
    old_secret_until: Instant | null;
    failing_since: Instant | null;
    /** When the system switched it off. */
    stopped_at: Instant | null;
    retry_at: Instant | null;
    /** Until when one sender has it to itself. */
    leased_until: Instant;
  };
  webhook_delivery: {
    id: Generated<string>;
    webhook: string;
    position: string | null;
    message_id: string;
    type: string;
    subject: string | null;
    body: string;
    state: DeliveryState;
    tries: number;
    created_at: Instant;
    tried_at: Instant | null;
    status: number | null;
    answer: string | null;
    error: string | null;
  };
}
