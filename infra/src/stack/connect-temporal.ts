import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Problem } from '../problem.ts';
import { registerSearchAttributes } from '../temporal/search-attributes.ts';

/**
 * Reaches the Temporal that the environment names (address, namespace, TLS, API key: the SDK's own variables and file)
 * and makes sure it knows our search attributes. Throws Problem TEMPORAL_UNREACHABLE.
 */
export async function prepareTemporal(
  environment: NodeJS.ProcessEnv,
): Promise<{ address: string; namespace: string }> {
  const overrideEnvVars = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const config = loadClientConnectConfig({ overrideEnvVars });
  const address = config.connectionOptions.address ?? 'localhost:7233';
  const namespace = config.namespace ?? 'default';
  try {
    const connection = await Connection.connect({ ...config.connectionOptions, connectTimeout: 10_000 });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      await registerSearchAttributes(connection, namespace);
    } finally {
      await connection.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('TEMPORAL_UNREACHABLE', { address, namespace, reason }, error);
  }
  return { address, namespace };
}
