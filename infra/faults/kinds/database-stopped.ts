import { type Fault, seconds } from '../fault.ts';

/** PostgreSQL is shut down, and started again later. */
export const databaseStopped: Fault = {
  name: 'database-stopped',
  async inject({ system }, random) {
    const lastsMs = random.integer(1_500, 8_000);
    await system.database.suspend();
    return {
      what: seconds(lastsMs),
      lastsMs,
      async heal() {
        await system.database.resume();
        return [];
      },
    };
  },
};
