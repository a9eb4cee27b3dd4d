import type { Fault } from '../fault.ts';
import { clockJumped } from './clock-jumped.ts';
import { databaseStopped } from './database-stopped.ts';
import { diskFull } from './disk-full.ts';
import { identityDown, identityKeysChanged } from './identity-provider.ts';
import {
  cutApiDatabase,
  cutApiTemporal,
  cutTemporalDatabase,
  cutWorkerDatabase,
  cutWorkerTemporal,
  databaseSlow,
} from './network.ts';
import { apiKilled, databaseKilled, temporalKilled, workerKilled } from './process-killed.ts';
import { receiptKeyExpired, receiptKeyRotated } from './receipt-keys.ts';
import { requestsReordered, requestsRepeated } from './requests.ts';
import { temporalFrozen } from './temporal-frozen.ts';

export const FAULTS: readonly Fault[] = [
  apiKilled,
  workerKilled,
  temporalKilled,
  databaseKilled,
  databaseStopped,
  databaseSlow,
  diskFull,
  temporalFrozen,
  cutTemporalDatabase,
  cutApiTemporal,
  cutApiDatabase,
  cutWorkerTemporal,
  cutWorkerDatabase,
  clockJumped,
  requestsRepeated,
  requestsReordered,
  receiptKeyRotated,
  receiptKeyExpired,
  identityDown,
  identityKeysChanged,
];
