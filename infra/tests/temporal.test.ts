import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomFreePort } from '../src/process/ports.ts';
import { findTemporal } from '../src/temporal/find-temporal.ts';
import { type RunningTemporal, startTemporal } from '../src/temporal/start-temporal.ts';

let directory: string;
let other: Server;
let taken: number;
let running: RunningTemporal | undefined;

beforeEach(async () => {
  directory = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-temporal-'));
  taken = await randomFreePort();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  other.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Temporal itself, told for its first starts to use a port inside that another program holds. */
async function losingItsPort(times: number): Promise<string> {
  const script = join(directory, 'temporal');
  const starts = join(directory, 'starts');
  writeFileSync(
    script,
    `#!/bin/sh
echo start >> '${starts}'
[ "$(wc -l < '${starts}')" -gt ${times} ] || set -- "$@" --http-port ${taken}
exec '${await findTemporal(() => {})}' "$@"
`,
  );
  chmodSync(script, 0o755);
  return script;
}

const starts = (): number => readFileSync(join(directory, 'starts'), 'utf8').trim().split('\n').length;

test('starts again when another program has taken a port that the server chose inside', async () => {
  const binary = await losingItsPort(1);
  running = await startTemporal({ binary, logFile: join(directory, 'log'), namespace: 'default' });
  expect(starts()).toBe(2);
});

test('gives up after the third time, and says why', async () => {
  const binary = await losingItsPort(3);
  await expect(
    startTemporal({ binary, logFile: join(directory, 'log'), namespace: 'default' }),
  ).rejects.toMatchObject({
    code: 'TEMPORAL_FAILED',
    details: { reason: expect.stringContaining(`${taken}: bind: address already in use`) as string },
  });
  expect(starts()).toBe(3);
});
