import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from '../src/process/run-program.ts';

/**
 * What becomes of what is sent: `refused` ends every connection and takes none, `silent` keeps them and carries
 * nothing, `unreachable` takes the route away (in a network namespace of our own), a number delays each piece by ms.
 */
export type Weather = 'fair' | 'refused' | 'silent' | 'unreachable' | number;

/** A stretch of network between two parts of the system that can be cut and slowed down. */
export interface Link {
  readonly name: string;
  readonly port: number;
  readonly address: string;
  /** Where it leads; the first call decides. */
  leadTo(host: string, port: number): void;
  set(weather: Weather): Promise<void>;
  close(): void;
}

const ROUTE_TIMEOUT_MS = 5_000;

/** Opens one on `address`, any free port. */
export async function openLink(name: string, address: string): Promise<Link> {
  let target: { host: string; port: number } | undefined;
  let weather: Weather = 'fair';
  let passable = Promise.resolve();
  let clear = (): void => {};
  const open = new Set<net.Socket>();

  const carry = async (from: net.Socket, to: net.Socket): Promise<void> => {
    try {
      for await (const piece of from) {
        await passable;
        if (typeof weather === 'number') await sleep(weather);
        if (to.destroyed) return;
        if (!to.write(piece as Buffer)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
      to.end();
    } catch {
      to.destroy();
    }
  };
  const join = async (near: net.Socket): Promise<void> => {
    near.on('error', () => {});
    if (weather === 'refused' || !target) return void near.resetAndDestroy();
    open.add(near);
    await passable;
    if (near.destroyed) return;
    const far = net.connect({ ...target, noDelay: true, allowHalfOpen: true });
    open.add(far);
    far.on('error', () => near.resetAndDestroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    for (const socket of [near, far]) socket.on('close', () => open.delete(socket));
    await Promise.all([carry(near, far), carry(far, near)]);
  };
  const server = net.createServer({ noDelay: true, allowHalfOpen: true, pauseOnConnect: true }, (near) => {
    void join(near);
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    name,
    port,
    address,
    leadTo(host, to) {
      target ??= { host, port: to };
    },
    async set(next) {
      if (weather === 'unreachable' && next !== 'unreachable') await route('del', address);
      weather = next;
      clear();
      if (next === 'silent') {
        passable = new Promise((resolve) => {
          clear = resolve;
        });
      }
      if (next === 'refused') for (const socket of open) socket.resetAndDestroy();
      if (next === 'unreachable') await route('add', address);
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function route(what: 'add' | 'del', address: string): Promise<void> {
  const args = ['route', what, 'unreachable', `${address}/32`, 'table', 'local'];
  const { code, stderr } = await runProgram('ip', args, {}, ROUTE_TIMEOUT_MS);
  if (code !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`);
}
