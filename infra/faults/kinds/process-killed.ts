import { type Fault, NOTHING_WRONG } from '../fault.ts';

/** `kill -9` of one process of a part; whoever supervises it starts it again. */
const killed = (part: string, name = `${part}-killed`): Fault => ({
  name,
  async inject({ system }, random) {
    const one = random.pick(system.processes(part));
    process.kill(one.identity.pid, 'SIGKILL');
    return { what: one.name, lastsMs: 0, heal: NOTHING_WRONG };
  },
});

export const apiKilled = killed('api');
export const workerKilled = killed('worker');
export const temporalKilled = killed('temporal');
export const databaseKilled = killed('postgres', 'database-killed');
