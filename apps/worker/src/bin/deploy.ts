/**
 * Program: brings the version of this release (`BUILD_ID`) into use, or goes back to another.
 *
 *   deploy.js check [--live 500]                       replays kept and live histories with this release's code
 *   deploy.js roll-out [--steps 10,50] [--watch 60]    after a check: part by part, each watched so many seconds
 *   deploy.js back BUILD_ID                            at once to a version whose workers still serve, or serve again
 *   deploy.js show
 *
 * Ends with 1, and with nothing changed, when a history cannot be replayed or a workflow of the new version fails.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadBundle } from '../bundle.ts';
import { connect } from '../connect.ts';
import { replayGate } from '../versions/replay-gate.ts';
import { rollOut } from '../versions/roll-out.ts';
import { versionsOf } from '../versions/versions.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    live: { type: 'string', default: '500' },
    steps: { type: 'string', default: '10,50' },
    watch: { type: 'string', default: '60' },
  },
});
const [what, to] = positionals;
const count = z.coerce.number().int().min(0);
const percent = z.coerce.number().int().min(1).max(99);
const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, PAYLOAD_KEYS_FILE } = process.env;
const { TEMPORAL_TASK_QUEUE = 'tinhgon', BUILD_ID } = process.env;

const temporal = { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, PAYLOAD_KEYS_FILE };
const { connection, client, dataConverter } = await connect(temporal);
const versions = versionsOf(client, TEMPORAL_TASK_QUEUE);
try {
  process.exitCode = (await carryOut()) ? 0 : 1;
} finally {
  await connection.close();
}

async function carryOut(): Promise<boolean> {
  switch (what) {
    case 'check':
      return check();
    case 'roll-out': {
      const buildId = z.string({ error: 'BUILD_ID names the version to bring into use' }).parse(BUILD_ID);
      const steps = z.array(percent).parse(values.steps.split(',').filter((part) => part !== ''));
      const watchMs = count.parse(values.watch) * 1_000;
      return (await check()) && (await rollOut(versions, { buildId, steps, watchMs, say }));
    }
    case 'back':
      await versions.makeCurrent(z.string({ error: 'which version?' }).parse(to));
      say(`${to} is current`);
      return true;
    case 'show': {
      const { current, ramping, known } = await versions.read();
      say(`current\t${current ?? '-'}`);
      if (ramping) say(`ramping\t${ramping.buildId}\t${ramping.percent} %`);
      for (const buildId of known) say(`known\t${buildId}`);
      return true;
    }
    default:
      throw new Error('deploy.js check | roll-out | back BUILD_ID | show');
  }
}

async function check(): Promise<boolean> {
  const { kept, live, broken } = await replayGate(client, {
    taskQueue: TEMPORAL_TASK_QUEUE,
    bundle: await loadBundle(),
    dataConverter,
    most: count.parse(values.live),
  });
  for (const { workflow, reason } of broken) say(`${workflow}\t${reason}`);
  say(`${kept} kept and ${live} live histories replayed, ${broken.length} cannot go on`);
  return broken.length === 0;
}
