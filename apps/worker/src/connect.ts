import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import type { Config } from './config.ts';

export interface Connected {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
  /** How payloads are written and read, for workers on this connection. */
  readonly dataConverter: DataConverter;
  readonly payloadKeys: PayloadKeys;
}

/**
 * Connects as the SDK's environment configuration says (profile file, TLS, API key), with our own address and
 * namespace on top. One connection serves the worker and its client.
 */
export async function connect(
  config: Partial<Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'PAYLOAD_KEYS_FILE'>>,
  log?: Parameters<typeof openPayloads>[1],
): Promise<Connected> {
  const loaded = loadClientConnectConfig();
  const namespace = config.TEMPORAL_NAMESPACE ?? loaded.namespace ?? 'default';
  const connection = await NativeConnection.connect({
    ...loaded.connectionOptions,
    ...(config.TEMPORAL_ADDRESS === undefined ? {} : { address: config.TEMPORAL_ADDRESS }),
  });
  const { dataConverter, keys } = openPayloads(config.PAYLOAD_KEYS_FILE, log);
  const client = new Client({ connection, namespace, dataConverter });
  return { connection, client, namespace, dataConverter, payloadKeys: keys };
}
