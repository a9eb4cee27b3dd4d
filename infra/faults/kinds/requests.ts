import { type Fault, seconds } from '../fault.ts';
import type { Manner } from '../load.ts';

/** Clients that send their commands in a bad way for a while. */
const sent = (manner: Manner): Fault => ({
  name: `requests-${manner}`,
  async inject({ load }, random) {
    const lastsMs = random.integer(2_000, 4_000);
    load.manner = manner;
    return {
      what: seconds(lastsMs),
      lastsMs,
      async heal() {
        load.manner = 'once';
        return [];
      },
    };
  },
});

/** Two to four copies of each command at one moment. */
export const requestsRepeated = sent('repeated');
/** The decision after the next arrives before the next one. */
export const requestsReordered = sent('reordered');
