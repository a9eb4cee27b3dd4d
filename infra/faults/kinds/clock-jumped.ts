import { type Fault, seconds } from '../fault.ts';

/** Small, over the quarter of an hour in which a receipt must arrive, and over the life of a token. */
const JUMPS_S = [5, 60, 1_200, 13 * 3_600];

/** The clock of the API or of the worker jumps ahead or back, and is set right later. */
export const clockJumped: Fault = {
  name: 'clock-jumped',
  needs: 'clocks',
  lacks: ({ clocks }) => (clocks ? undefined : 'libfaketime is missing'),
  async inject({ system: { clocks } }, random) {
    const who = random.pick(['api', 'worker'] as const);
    const jump = random.pick(JUMPS_S) * random.pick([1, -1]);
    const lastsMs = random.integer(3_000, 6_000);
    clocks?.[who].turn(jump);
    return {
      what: `${who} ${jump > 0 ? '+' : ''}${jump} s, ${seconds(lastsMs)}`,
      lastsMs,
      async heal() {
        clocks?.[who].turn(0);
        return [];
      },
    };
  },
};
