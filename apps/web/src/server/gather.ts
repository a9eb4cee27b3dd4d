export interface Gatherer {
  /** Runs `action` once, `waitMs` after the first of several calls. */
  readonly soon: (action: () => void) => void;
  readonly stop: () => void;
}

/** Turns a burst of news into one refresh, without putting it off for as long as news comes. */
export function makeGatherer(waitMs: number): Gatherer {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    soon(action) {
      timer ??= setTimeout(() => {
        timer = null;
        action();
      }, waitMs);
    },
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
