import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { Problem } from '../problem.ts';
import { endProcess } from '../process/end-process.ts';
import { identify, isAlive, type ProcessIdentity } from '../process/identity.ts';
import { closeLog, logSize, openLog, readLogFrom } from '../process/log-file.ts';
import { isPortFree, randomFreePort } from '../process/ports.ts';

const READY_TIMEOUT_MS = 60_000;
const MOST_STARTS = 3;
const ADDRESS_IN_USE = /address already in use/i;

/** The dev server keeps one shard and polls it 20 times a second, which would pace every activity to a 50 ms grid. */
const TUNING = ['transfer', 'timer', 'visibility'].flatMap((queue) => [
  '--dynamic-config-value',
  `history.${queue}ProcessorMaxPollRPS=2000`,
]);

export interface TemporalOptions {
  /** Path of the `temporal` program, see findTemporal. */
  binary: string;
  /** File that keeps the workflows; in memory when absent. */
  dbFile?: string;
  logFile: string;
  port?: number;
  /** Port of Temporal's web UI; no UI when absent. */
  uiPort?: number;
  /** Where the UI's pages have payloads decoded. */
  codecEndpoint?: string;
  namespace: string;
}

export interface RunningTemporal {
  address: string;
  pid: number;
  identity: ProcessIdentity;
  stop(): Promise<void>;
}

/**
 * Starts Temporal's development server, tuned, and waits until it answers. Throws a Problem.
 *
 * The server takes the ports between its own services at random and ends when another program has taken one of them
 * meanwhile, so it is started again then.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  for (let start = 1; ; start += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      const portLost = error instanceof Problem && ADDRESS_IN_USE.test(String(error.details['reason']));
      if (!portLost || start === MOST_STARTS) throw error;
    }
  }
}

async function startOnce(options: TemporalOptions): Promise<RunningTemporal> {
  const port = options.port ?? (await randomFreePort());
  await mustBeFree(port, 'Temporal', 'TEMPORAL_PORT');
  if (options.uiPort !== undefined) await mustBeFree(options.uiPort, 'Temporal UI', 'TEMPORAL_UI_PORT');
  if (options.dbFile !== undefined) mkdirSync(dirname(options.dbFile), { recursive: true });

  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)];
  args.push(...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]));
  if (options.codecEndpoint !== undefined) args.push('--ui-codec-endpoint', options.codecEndpoint);
  args.push('--namespace', options.namespace, '--log-level', 'warn', ...TUNING);
  if (options.dbFile !== undefined) {
    args.push('--db-filename', options.dbFile);
    args.push('--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL');
  }
  const logStart = logSize(options.logFile);
  const log = openLog(options.logFile);
  const child = spawn(options.binary, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: withoutTemporalSettings(process.env),
  });
  closeLog(log);
  child.on('error', () => {});
  child.unref();
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity === undefined)
    throw new Problem('TEMPORAL_FAILED', { reason: readLogFrom(options.logFile, logStart) });

  const address = `127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await endProcess(identity, { graceMs: 5_000 });
  };
  try {
    await waitUntilReady(address, options.namespace, identity, () => readLogFrom(options.logFile, logStart));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address,
    pid: identity.pid,
    identity,
    stop,
  };
}

async function mustBeFree(port: number, what: string, variable: string): Promise<void> {
  if (!(await isPortFree(port))) throw new Problem('PORT_TAKEN', { port, what, variable });
}

/** The program reads the same variables as clients do; an address or key meant for clients must not reach the server. */
function withoutTemporalSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function waitUntilReady(
  address: string,
  namespace: string,
  identity: ProcessIdentity,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (!isAlive(identity)) throw failure(output());
      if (Date.now() > deadline) throw new Problem('TEMPORAL_FAILED', { reason: String(error) }, error);
    }
    await sleep(100);
  }
}

function failure(output: string): Problem {
  if (/no space left on device|database or disk is full/i.test(output)) return new Problem('DISK_FULL');
  return new Problem('TEMPORAL_FAILED', { reason: whyItEnded(output).slice(-300) });
}

/** The last words before the stack trace, if there is one. */
function whyItEnded(output: string): string {
  const [words = ''] = output.split(/\n\[signal |\n\ngoroutine /, 1);
  return words.trim().split('\n').slice(-2).join(' ');
}
