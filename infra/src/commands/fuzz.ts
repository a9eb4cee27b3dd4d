/**
 * Program: sends requests made from the OpenAPI document to a demonstration of its own, as people of several roles, and
 * ends with 1 when an answer is a 5xx or not as the document says. Long, and no part of `npm test`.
 *
 *   npm run -s fuzz [-- --requests 50000 --seed 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findSchemathesis } from '../fuzz/find-schemathesis.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { personToken } from '../identity/person-token.ts';
import { startStack } from '../stack/start-stack.ts';
import { explain } from '../words/terminal.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'tinhgon-fuzz-'));
let stop: () => Promise<void> = async () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(130)));
try {
  const program = await findSchemathesis(console.log);
  const dataDir = join(scratch, 'data');
  const stack = await startStack({
    mode: 'start',
    randomPorts: true,
    environment: { ...process.env, DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '1000000' },
    say: console.log,
    onStarting: (end) => {
      stop = end;
    },
  });
  const { oidcIssuer: issuer, api } = stack.addresses;
  const { requests, answers, findings } = await fuzz({
    program,
    api: `${api}/api/v1`,
    tokenOf: (user) => personToken({ issuer, dataDir }, user),
    requests: Number(values.requests),
    seed: Number(values.seed),
    scratch,
    say: console.log,
  });
  const byStatus = [...answers].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  const failures = [...answers].filter(([status]) => status === 0 || status >= 500);
  const failed = failures.reduce((sum, [, count]) => sum + count, 0);
  console.log(`\n${requests} requests, seed ${values.seed}: ${byStatus.join(', ')}`);
  console.log(`${failed} answers of 5xx or none, ${findings} runs with findings`);
  process.exitCode = failed > 0 || findings > 0 ? 1 : 0;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await stop();
  rmSync(scratch, { recursive: true, force: true });
}
