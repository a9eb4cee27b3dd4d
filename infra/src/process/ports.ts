import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether a port of this machine's loopback can be bound now. Other programs may listen on all addresses, so both are tried. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canBind(port, '127.0.0.1')) && (await canBind(port, '0.0.0.0'));
}

/** The first free port from `preferred` upwards (100 tried), so that a second copy stays near the known number. */
export async function nextFreePort(
  preferred: number,
  taken: ReadonlySet<number> = new Set(),
): Promise<number> {
  for (let port = preferred; port < preferred + 100; port += 1) {
    if (!taken.has(port) && (await isPortFree(port))) return port;
  }
  return randomFreePort();
}

/** Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere). */
const RANDOM_PORTS = { from: 20_000, below: 30_000 };

/**
 * A free port by chance. Never one that the operating system gives out itself: between the choice and the server's
 * start, and while a server is down, any connection of the machine could take that one.
 */
export async function randomFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(RANDOM_PORTS.from, RANDOM_PORTS.below);
    if (await isPortFree(port)) return port;
  }
}

function canBind(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
