import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personToken } from '../src/identity/person-token.ts';
import { openRecord, type StackAddresses } from '../src/stack/record.ts';
import { startStack } from '../src/stack/start-stack.ts';
import { startTopology } from '../src/topology/start-topology.ts';
import type { Named } from './processes.ts';

export const SYSTEMS = ['evaluation', 'topology'] as const;
/** What one person starts with `npm start`, or what production runs, on one machine. */
export type SystemKind = (typeof SYSTEMS)[number];

/** A running system with the demonstration, its data in a folder that is thrown away. */
export interface System {
  readonly addresses: StackAddresses;
  /** Processes by name as they are now. */
  processes(): Named;
  /** Gives commands and asks as a demo person, through `/api/v1`. */
  as(user: string): Promise<Caller>;
  stop(): Promise<void>;
}

export type Caller = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

export async function startSystem(kind: SystemKind): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tinhgon-bench-'));
  const environment = { ...process.env, DATA_DIR: dataDir };
  const say = (line: string): void => console.error(line);
  const running =
    kind === 'evaluation'
      ? await startStack({ mode: 'start', randomPorts: true, environment, say })
      : await startTopology(environment, say);
  const { addresses } = running;
  const from = { issuer: addresses.oidcIssuer, dataDir };
  return {
    addresses,
    processes: () => openRecord(dataDir).readProcesses(),
    as: async (user) => callerOf(addresses.api, await personToken(from, user)),
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function callerOf(api: string, token: string): Caller {
  const call: Caller = async (method, path, body) => {
    const response = await fetch(`${api}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    // Nobody knows whether it was carried out: the same command again, which is never carried out twice.
    if (response.status === 503 && body !== undefined && 'commandId' in body) return call(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return call;
}
