import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { EVENTS_CHANNEL } from '@tinhgon/database/events/append-events';
import pg from 'pg';
import type { Logger } from 'pino';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** Heard nothing for so long: ask anyway, should a notification ever be lost with a connection. */
const HEARTBEAT_MS = 10_000;

/** Tells that something was committed; what it was, each reader asks the feed. */
export interface FeedListener {
  /** Resolves at the next commit, at the latest after ten seconds; throws when `signal` aborts. */
  readonly next: (signal: AbortSignal) => Promise<void>;
  readonly onCommit: (listener: () => void) => void;
  readonly stop: () => Promise<void>;
}

/** One listening connection for the process, opened anew whenever it is lost. */
export function listenToFeed(databaseUrl: string, log: Logger): FeedListener {
  const bell = new EventEmitter();
  bell.setMaxListeners(0);
  const stopping = new AbortController();
  const ring = () => bell.emit('commit');

  async function listenOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'tinhgon-api-feed',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.once('end', resolve);
      // More than one may come of one loss, and one nobody listens to would end the process.
      client.on('error', () => resolve());
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await client.connect();
      client.on('notification', ring);
      await client.query(`listen ${EVENTS_CHANNEL}`);
      // Whatever was committed while nobody listened.
      ring();
      await lost;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function listen(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      await listenOnce().catch((err: unknown) => log.warn({ err }, 'the feed cannot be heard, trying again'));
      pause =
        performance.now() - since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const listening = listen();

  return {
    next: (signal) =>
      new Promise((resolve, reject) => {
        const done = () => {
          clearTimeout(timer);
          bell.off('commit', heard);
          signal.removeEventListener('abort', aborted);
        };
        const heard = () => {
          done();
          resolve();
        };
        const aborted = () => {
          done();
          reject(new Error('no longer listening', { cause: signal.reason }));
        };
        const timer = setTimeout(heard, HEARTBEAT_MS);
        bell.once('commit', heard);
        signal.addEventListener('abort', aborted, { once: true });
        if (signal.aborted) aborted();
      }),
    onCommit: (listener) => {
      bell.on('commit', listener);
    },
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}
