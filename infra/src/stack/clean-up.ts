import { endProcess } from '../process/end-process.ts';
import { isAlive } from '../process/identity.ts';
import type { StackRecord } from './record.ts';

/**
 * Ends what a killed launcher left behind and gives the names. PostgreSQL is left alone: the next start adopts it
 * through its own lock. Worker and API go before Temporal, whose clients they are.
 */
export async function cleanUp(record: StackRecord): Promise<string[]> {
  const left = Object.entries(record.readProcesses()).filter(
    ([name, identity]) => name !== 'launcher' && name !== 'postgres' && isAlive(identity),
  );
  const servers = new Set(['temporal', 'identity', 'proxy']);
  const clients = left.filter(([name]) => !servers.has(name));
  await Promise.all(clients.map(([, identity]) => endProcess(identity, { graceMs: 4_000 })));
  const rest = left.filter(([name]) => servers.has(name));
  await Promise.all(rest.map(([, identity]) => endProcess(identity, { graceMs: 4_000 })));
  return left.map(([name]) => name);
}
