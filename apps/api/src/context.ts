import type { Client } from '@temporalio/client';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import type { Db } from '@tinhgon/database/schema';
import type { Logger } from 'pino';
import type { CommandGate } from './commands/command-gate.ts';
import type { Config } from './config.ts';
import type { Forecasts } from './forecast/forecasts.ts';
import type { Metrics } from './http/metrics.ts';
import type { FeedListener } from './live/feed-listener.ts';
import type { Identity } from './sign-in/identity.ts';
import type { People } from './sign-in/people.ts';
import type { SessionStore } from './sign-in/session-store.ts';
import type { SystemWatch } from './system/watch-system.ts';

/** Everything the process holds on to; tests build one with their own database and task queue. */
export interface AppContext {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Db;
  readonly temporal: Client;
  readonly payloadKeys: PayloadKeys;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly sessions: SessionStore;
  readonly people: People;
  readonly commands: CommandGate;
  /** Null where no keys were given: then nothing is signed. */
  readonly keyRing: KeyRing | null;
  readonly feed: FeedListener;
  readonly forecasts: Forecasts;
  readonly system: SystemWatch;
  /** Lets go of everything; safe to call once the server no longer answers. */
  readonly stop: () => Promise<void>;
}
