import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import type { Config } from './config.ts';

export interface Connected {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
}

/**
 * Connects as the SDK's environment configuration says (profile file, TLS, API key), with our own address and
 * namespace on top. One connection serves the worker and its client.
 */
export async function connect(
  config: Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>,
): Promise<Connected> {
  const loaded = loadClientConnectConfig();
  const namespace = config.TEMPORAL_NAMESPACE ?? loaded.namespace ?? 'default';
  const connection = await NativeConnection.connect({
    ...loaded.connectionOptions,
    ...(config.TEMPORAL_ADDRESS === undefined ? {} : { address: config.TEMPORAL_ADDRESS }),
  });
  return { connection, client: new Client({ connection, namespace }), namespace };
}
