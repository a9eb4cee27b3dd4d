import { type Fault, seconds } from '../fault.ts';

/** Temporal does not answer and does not go away. */
export const temporalFrozen: Fault = {
  name: 'temporal-frozen',
  async inject({ system }, random) {
    const [one] = system.processes('temporal');
    if (!one) throw new RangeError('there is no Temporal');
    const lastsMs = random.integer(1_500, 6_000);
    process.kill(one.identity.pid, 'SIGSTOP');
    return {
      what: seconds(lastsMs),
      lastsMs,
      async heal() {
        process.kill(one.identity.pid, 'SIGCONT');
        return [];
      },
    };
  },
};
