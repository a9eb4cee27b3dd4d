/**
 * Whether the API's memory stays flat while the screens are read without a pause: prints its resident memory and the
 * answers given, minute by minute.
 *
 *   npm start                                  (in another terminal; see ../reads/fill.ts for a larger programme)
 *   node infra/bench/memory/main.ts [minutes, 10] [callers, 8]
 */
import { addDays } from '@tinhgon/rules/days';
import { z } from 'zod';
import { personToken } from '../../src/identity/person-token.ts';
import { openRecord } from '../../src/stack/record.ts';
import { readSettings } from '../../src/stack/settings.ts';
import { summary } from '../percentiles.ts';

const minutes = z.coerce.number().int().min(2).max(120).default(10).parse(process.argv[2]);
const callers = z.coerce.number().int().min(1).max(64).default(8).parse(process.argv[3]);

const { DATA_DIR } = readSettings(process.env);
const addresses = openRecord(DATA_DIR).readAddresses();
if (!addresses) throw new Error('nothing is running: npm start');
const { api, oidcIssuer } = addresses;
const token = await personToken({ issuer: oidcIssuer, dataDir: DATA_DIR }, 'quan-tri');

const asAt = (turn: number) => addDays('2022-01-01', (turn * 37) % 1_700);
const READS: readonly ((turn: number) => string)[] = [
  (turn) => `programmes/896/totals?asAt=${asAt(turn)}`,
  (turn) => `programmes/896/parts?asAt=${asAt(turn)}`,
  (turn) => `programmes/896/stages?asAt=${asAt(turn)}`,
  (turn) => `programmes/896/debt?asAt=${asAt(turn)}`,
  (turn) => `procedures?programme=896&status=simplified&asAt=${asAt(turn)}&limit=50`,
  (turn) => `procedures?programme=896&status=any&q=${turn % 977}&limit=50`,
  (turn) => `plans?programme=896&limit=50&asAt=${asAt(turn)}`,
  () => 'documents?programme=896&limit=50',
];

const answersMs: number[] = [];
const until = Date.now() + minutes * 60_000;
await Promise.all([
  ...Array.from({ length: callers }, (_, caller) => readOn(caller)),
  (async () => {
    const table: object[] = [];
    for (let minute = 0; minute <= minutes; minute += 1) {
      const own = answersMs.splice(0);
      const { p50Ms, p95Ms } = summary(own);
      table.push({
        minute,
        'resident MB': await residentMb(),
        answers: own.length,
        'p50 ms': p50Ms,
        'p95 ms': p95Ms,
      });
      if (minute < minutes) await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
    console.table(table);
  })(),
]);

async function readOn(caller: number): Promise<void> {
  for (let turn = caller; Date.now() < until; turn += callers) {
    const path = READS[turn % READS.length]?.(turn) ?? '';
    const begun = performance.now();
    const response = await fetch(`${api}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
    const body = await response.text();
    if (response.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      continue;
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`);
    answersMs.push(performance.now() - begun);
  }
}

async function residentMb(): Promise<number> {
  const text = await (await fetch(`${api}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  return Math.round(Number(bytes) / 1_048_576);
}
