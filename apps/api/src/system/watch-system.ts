import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { mailReasons } from '@tinhgon/database/queries/system/mail-reasons';
import { recordPace } from '@tinhgon/database/queries/system/record-pace';
import { countMails } from '@tinhgon/database/reminders/mail-queue';
import type { Db } from '@tinhgon/database/schema';
import { countWebhooks } from '@tinhgon/database/webhooks/count-webhooks';
import type { MailsView, Part, StuckPage, SystemView } from '@tinhgon/rules/views/system';
import type { Logger } from 'pino';
import { within } from '../errors/database-silent.ts';
import { keepFor } from '../keep-for.ts';
import { askReadiness } from './ask-readiness.ts';
import { lookAtSchedules } from './look-at-schedules.ts';
import { lookAtStuck } from './look-at-stuck.ts';
import { lookAtWorkers } from './look-at-workers.ts';

export interface SystemWatch {
  readonly look: () => Promise<SystemView>;
}

interface Watched {
  readonly db: Db;
  readonly temporal: Client;
  readonly dataConverter: DataConverter;
  readonly taskQueue: string;
  readonly sendsMail: boolean;
  readonly urlOf: (subject: string) => string | null;
  readonly log: Pick<Logger, 'warn'>;
}

/** However many look, the installation is asked this often; workflows one by one more seldom. */
const ASK_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 30_000;
const PATIENCE_MS = 4_000;
const LOOK_PATIENCE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;

/** How the installation does, in parts that are asked each for itself: one that is silent leaves the others as they are. */
export function watchSystem(watched: Watched): SystemWatch {
  const { db, temporal, taskQueue, log } = watched;

  async function ask<T>(what: string, ms: number, asked: () => Promise<T>): Promise<Part<T>> {
    try {
      // Questions to Temporal end with their time, too: they would be asked again and again behind our back.
      const facts = await within(ms, temporal.withDeadline(Date.now() + ms, asked));
      return { known: true, at: moment(), facts };
    } catch (err) {
      log.warn({ err }, `${what} cannot be told`);
      return { known: false, at: moment(), why: 'silent' };
    }
  }

  const quick = keepFor(ASK_EVERY_MS, async () => {
    const [ready, workers, record, mails, told, scheduled] = await Promise.all([
      askReadiness({ db, temporal }, log),
      ask('workers', PATIENCE_MS, () => lookAtWorkers(temporal, taskQueue)),
      ask('record', PATIENCE_MS, () => recordPace(db, moment())),
      ask('mails', PATIENCE_MS, () => mailsOf(watched)),
      ask('webhooks', PATIENCE_MS, () => countWebhooks(db, moment())),
      ask('schedules', PATIENCE_MS, () => lookAtSchedules(temporal, taskQueue)),
    ]);
    return { ready: { at: moment(), ...ready }, workers, record, mails, told, scheduled };
  });

  let last: Part<StuckPage> | null = null;
  const slow = keepFor(LOOK_EVERY_MS, async () => {
    last = await ask('stuck', LOOK_PATIENCE_MS, () => lookAtStuck({ ...watched, client: temporal }));
    return last;
  });

  return {
    async look() {
      const looking = slow('');
      const told = await quick('');
      const silent = told.ready.database === 'silent' || told.ready.temporal === 'silent';
      if (silent) return { ...told, stuck: { known: false, at: told.ready.at, why: 'silent' } };
      const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(
        () => last ?? { known: false as const, at: moment(), why: 'looking' as const },
      );
      return { ...told, stuck: await Promise.race([looking, late]) };
    },
  };
}

const moment = (): string => new Date().toISOString();

async function mailsOf({ db, sendsMail }: Watched): Promise<MailsView> {
  const now = moment();
  const weekAgo = new Date(Date.parse(now) - WEEK_MS).toISOString();
  const [counts, reasons] = await Promise.all([countMails(db, now), mailReasons(db, weekAgo)]);
  return { sends: sendsMail, ...counts, reasons };
}
