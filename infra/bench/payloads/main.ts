/**
 * What encryption costs: a payload by its size, and a decision with and without, in a system of its own in which the key
 * is taken into use and out again in turns. `node infra/bench/payloads/main.ts [rounds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encryptingCodec } from '@tinhgon/commands/payloads/encrypting-codec';
import {
  newPayloadKeyFile,
  openPayloadKeys,
  writePayloadKeyFile,
} from '@tinhgon/commands/payloads/payload-keys';
import { approveAll, ministryAtWork, submittedPlans } from '../decisions/plans.ts';
import { percentile } from '../percentiles.ts';
import { startSystem } from '../system.ts';

const SIZES = [200, 2_000, 20_000, 200_000];
const TIMES = 2_000;
const WARM_UP = 200;
/** Each is decided twice. */
const PLANS = 10;
/** API and worker have read their file again by then. */
const UNTIL_READ_MS = 2_500;

const [rounds = '4'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tinhgon-payloads-'));
const file = join(folder, 'keys.json');
const keys = newPayloadKeyFile(new Date().toISOString());
try {
  writePayloadKeyFile(file, keys);
  console.table(await payloads());
  console.table(await decisions(Number(rounds)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function payloads() {
  const codec = encryptingCodec(openPayloadKeys(file));
  const rows = [];
  for (const bytes of SIZES) {
    const encode: number[] = [];
    const decode: number[] = [];
    const payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.alloc(bytes, 'ế') };
    let grows = 0;
    for (let n = 0; n < WARM_UP + TIMES; n += 1) {
      const begun = performance.now();
      const sealed = await codec.encode([payload]);
      const between = performance.now();
      await codec.decode(sealed);
      if (n < WARM_UP) continue;
      encode.push((between - begun) * 1_000);
      decode.push((performance.now() - between) * 1_000);
      grows = (sealed[0]?.data?.length ?? 0) - bytes;
    }
    rows.push({ bytes, grows, 'encode µs': shown(encode), 'decode µs': shown(decode) });
  }
  return rows;
}

async function decisions(times: number) {
  process.env['PAYLOAD_KEYS_FILE'] = file;
  const system = await startSystem('evaluation');
  try {
    const ministry = await ministryAtWork(system);
    const took = { encrypted: [] as number[], 'in the clear': [] as number[] };
    for (let round = 0; round <= times; round += 1) {
      for (const how of ['encrypted', 'in the clear'] as const) {
        writePayloadKeyFile(file, { ...keys, current: how === 'encrypted' ? keys.current : null });
        await sleep(UNTIL_READ_MS);
        const [plans] = await submittedPlans(ministry, PLANS);
        const { latenciesMs } = await approveAll(ministry, plans, 1);
        // The first round warms up.
        if (round > 0) took[how].push(...latenciesMs);
      }
    }
    return Object.entries(took).map(([how, ms]) => ({ how, decisions: ms.length, 'one, ms': shown(ms) }));
  } finally {
    await system.stop();
  }
}

function shown(values: readonly number[]): string {
  return `${Math.round(percentile(values, 0.5))} (p95 ${Math.round(percentile(values, 0.95))})`;
}
