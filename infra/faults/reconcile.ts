import { join } from 'node:path';
import { payloadKeysFile } from '../src/payload-keys.ts';
import { runProgram } from '../src/process/run-program.ts';
import { ROOT } from '../src/stack/paths.ts';
import type { StackAddresses } from '../src/stack/record.ts';

const PROGRAM = join(ROOT, 'apps/worker/src/bin/reconcile.ts');
const TIMEOUT_MS = 120_000;

/** What the program that compares workflows with their rows says, and the code it ends with. */
export async function reconcile({
  addresses,
  dataDir,
}: {
  readonly addresses: Pick<StackAddresses, 'databaseUrl' | 'temporalAddress'>;
  readonly dataDir: string;
}): Promise<{ code: number; said: string }> {
  const environment = {
    DATABASE_URL: addresses.databaseUrl,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    PAYLOAD_KEYS_FILE: payloadKeysFile(dataDir),
    TZ: 'UTC',
  };
  const { code, stdout, stderr } = await runProgram(process.execPath, [PROGRAM], environment, TIMEOUT_MS);
  return { code: code ?? 1, said: stdout + stderr };
}
