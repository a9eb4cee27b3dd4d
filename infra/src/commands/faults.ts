/**
 * Program: injects faults into a system of its own under load and checks after each that nothing acknowledged was lost
 * or doubled. Long, and no part of `npm test`; docs/faults.md says what each fault is.
 *
 *   npm run -s faults -- [--faults 20] [--minutes 120] [--seed 1] [--only kind,kind] [--on evaluation|topology] [--json file]
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findFaketime } from '../../faults/clock.ts';
import { linesOf, table } from '../../faults/report.ts';
import { failures, runFaults } from '../../faults/run-faults.ts';
import { OWN_NETWORK } from '../../faults/system.ts';
import { installDebianPackages } from '../process/install-debian-packages.ts';
import { findProgram } from '../process/find-program.ts';
import { findTemporalServer, findTemporalUi } from '../temporal/find-temporal-server.ts';
import { buildRelease } from '../release/build-release.ts';
import { findHaproxy } from '../topology/start-topology.ts';
import { findTemporal } from '../temporal/find-temporal.ts';
import { explain } from '../words/terminal.ts';

const UNSHARE = 'unshare';
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    faults: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'string' },
  },
});
const asked = z
  .object({
    seed: z.coerce.number().int().min(0).default(1),
    faults: z.coerce.number().int().min(1).max(2_000).default(20),
    minutes: z.coerce.number().int().min(1).max(600).default(120),
    only: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter((name) => name !== '')),
    on: z.enum(['evaluation', 'topology']).default('evaluation'),
  })
  .parse(values);

/** The release that the topology runs. */
const scratch = mkdtempSync(join(tmpdir(), 'tinhgon-release-'));
try {
  if (process.env[OWN_NETWORK] === undefined) await fetchWhatIsNeeded();
  if (process.env[OWN_NETWORK] === undefined && mayHaveOwnNetwork())
    process.exitCode = await runInOwnNetwork();
  else await run();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
  // Somebody who listens for its end keeps the wrapper's channel, and with it this program, open.
  process.channel?.unref();
}

async function run(): Promise<void> {
  const started = Date.now();
  const stopping = new AbortController();
  onEnd(() => stopping.abort(new Error('ended by its caller')));
  const report = await runFaults({
    ...asked,
    signal: stopping.signal,
    say: (line) => console.log(line),
    onRound: (round, number) => console.log(linesOf(round, number).join('\n')),
  });
  console.log(table(report, Date.now() - started));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  rmSync(scratch, { recursive: true, force: true });
  // Whoever still waits for an answer must not keep this program.
  process.exit(failures(report) > 0 ? 1 : 0);
}

/** A network namespace of our own reaches nothing outside: what must be fetched is fetched first. */
async function fetchWhatIsNeeded(): Promise<void> {
  await findTemporal(console.log);
  if (asked.on === 'topology') {
    await findTemporalServer(console.log);
    await findTemporalUi(console.log);
    await findHaproxy(console.log);
    if (!process.env['RELEASE_DIR']) {
      process.env['RELEASE_DIR'] = join(scratch, 'release');
      await buildRelease(process.env['RELEASE_DIR'], console.log);
    }
  }
  if (findFaketime() === undefined) await installDebianPackages(['libfaketime'], console.log);
}

/** Root on Linux may have one, in which routes can be taken away without anybody else noticing. */
function mayHaveOwnNetwork(): boolean {
  if (process.getuid?.() !== 0 || findProgram('ip', ['/usr/sbin', '/sbin']) === undefined) return false;
  return spawnSync(UNSHARE, ['--net', 'true'], { stdio: 'ignore' }).status === 0;
}

async function runInOwnNetwork(): Promise<number> {
  const again = [process.execPath, ...process.argv.slice(1)];
  const child = spawn(UNSHARE, ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...again], {
    stdio: 'inherit',
    env: { ...process.env, [OWN_NETWORK]: '1' },
  });
  onEnd(() => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function onEnd(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // The wrapper that started us holds this channel: when it is killed nobody could stop us any more.
  process.on('disconnect', end);
}
