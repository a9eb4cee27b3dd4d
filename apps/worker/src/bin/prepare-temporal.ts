/** Program: makes the namespace and the search attributes this product needs in a Temporal that is not the launcher's. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connected, connect } from '../connect.ts';
import { prepareTemporal } from '../prepare-temporal.ts';

/** A server that is just being started has this long. */
const PATIENCE_MS = 120_000;

const { connection, namespace } = await connectPatiently(Date.now() + PATIENCE_MS);
try {
  await prepareTemporal(connection, namespace);
  process.stdout.write(`namespace ${namespace} is ready\n`);
} finally {
  await connection.close();
}

async function connectPatiently(deadline: number): Promise<Connected> {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
  for (;;) {
    try {
      return await connect({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE });
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(1_000);
    }
  }
}
