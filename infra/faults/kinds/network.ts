import { type Fault, seconds } from '../fault.ts';
import type { Weather } from '../link.ts';
import type { LinkName } from '../system.ts';

/** The network between two parts is cut: connections refused, silent, or without a route. */
const cut = (name: LinkName): Fault => ({
  name: `cut-${name}`,
  async inject({ system }, random) {
    const lastsMs = random.integer(1_500, 7_000);
    const ways: Weather[] = ['refused', 'silent', ...(system.ownNetwork ? (['unreachable'] as const) : [])];
    const way = random.pick(ways);
    await system.links[name].set(way);
    return {
      what: `${seconds(lastsMs)}, ${way}`,
      lastsMs,
      async heal() {
        await system.links[name].set('fair');
        return [];
      },
    };
  },
});

export const cutApiTemporal = cut('api-temporal');
export const cutApiDatabase = cut('api-database');
export const cutWorkerTemporal = cut('worker-temporal');
export const cutWorkerDatabase = cut('worker-database');

/** Temporal's own database is away while the application's is there. */
export const cutTemporalDatabase: Fault = {
  ...cut('temporal-database'),
  lacks: ({ shape }) => (shape === 'evaluation' ? 'its Temporal keeps a file' : undefined),
};

/** Every answer of the database is late. */
export const databaseSlow: Fault = {
  name: 'database-slow',
  async inject({ system }, random) {
    const lastsMs = random.integer(3_000, 7_000);
    const delayMs = random.integer(20, 400);
    const links = [system.links['api-database'], system.links['worker-database']];
    for (const link of links) await link.set(delayMs);
    return {
      what: `${seconds(lastsMs)}, ${delayMs} ms a piece`,
      lastsMs,
      async heal() {
        for (const link of links) await link.set('fair');
        return [];
      },
    };
  },
};
