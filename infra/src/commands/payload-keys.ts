/** Command: the keys that encrypt what goes to Temporal. `npm run -s payload-keys -- show`; see docs/production.md. */
import { spawnSync } from 'node:child_process';
import { payloadKeysFile } from '../payload-keys.ts';
import { PROGRAMS, ROOT } from '../stack/paths.ts';
import { openRecord } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';

const settings = readSettings(process.env);
const running = openRecord(settings.DATA_DIR).readAddresses();
const { status } = spawnSync(process.execPath, [PROGRAMS.payloadKeys, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    PAYLOAD_KEYS_FILE: settings.PAYLOAD_KEYS_FILE ?? payloadKeysFile(settings.DATA_DIR),
    TEMPORAL_ADDRESS: settings.TEMPORAL_ADDRESS ?? running?.temporalAddress,
    TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE,
  },
});
process.exitCode = status ?? 1;
