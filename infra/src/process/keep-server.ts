import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './identity.ts';

const LOOK_EVERY_MS = 1_000;

export interface Server {
  identity: ProcessIdentity;
  stop(): Promise<void>;
}

export interface KeptServer<S extends Server> {
  current(): S;
  /** Stops it and leaves it stopped until `resume`: for tests of an outage. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Watches a server that answers to nobody's exit event (it may have been adopted) and starts it again when it is gone.
 * `start` is called for each new life and must use the same port.
 */
export async function keepServer<S extends Server>(options: {
  start: () => Promise<S>;
  onStarted: (identity: ProcessIdentity) => void;
  onCrash: () => void;
  onRestarted: () => void;
  onFailure: (error: unknown) => void;
}): Promise<KeptServer<S>> {
  let server = await options.start();
  options.onStarted(server.identity);
  let watching = true;
  let busy = Promise.resolve();

  const revive = async (): Promise<void> => {
    options.onCrash();
    for (let attempt = 1; watching; attempt += 1) {
      try {
        server = await options.start();
        options.onStarted(server.identity);
        options.onRestarted();
        return;
      } catch (error) {
        options.onFailure(error);
        await sleep(Math.min(attempt * 1_000, 10_000));
      }
    }
  };
  let reviving = false;
  const timer = setInterval(() => {
    if (!watching || reviving || isAlive(server.identity)) return;
    reviving = true;
    busy = revive().finally(() => {
      reviving = false;
    });
  }, LOOK_EVERY_MS);

  const suspend = async (): Promise<void> => {
    watching = false;
    await busy;
    await server.stop();
  };
  return {
    current: () => server,
    suspend,
    resume: async () => {
      server = await options.start();
      options.onStarted(server.identity);
      watching = true;
    },
    stop: async () => {
      clearInterval(timer);
      await suspend();
    },
  };
}
