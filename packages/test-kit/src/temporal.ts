import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import { SEARCH_ATTRIBUTES } from '@tinhgon/infra/temporal/search-attributes';
import { inject } from 'vitest';

export { SEARCH_ATTRIBUTES };

/** A Temporal server as one test file sees it. */
export interface TestTemporal {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
  /** The client's: with it a worker reads what the client writes. */
  readonly dataConverter: DataConverter;
  /** The file's own: no worker of another file takes its tasks. */
  readonly taskQueue: string;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

/**
 * The development server of this run, shared by all files: workflow ids must be the file's own too. What goes to it is
 * encrypted, with the keys of this run or of the file given; in the clear with null.
 */
export async function testEnvironment(
  payloadKeysFile: string | null = inject('payloadKeysFile'),
): Promise<TestTemporal> {
  const connection = await NativeConnection.connect({ address: inject('temporalAddress') });
  const namespace = 'default';
  const { dataConverter } = openPayloads(payloadKeysFile ?? undefined);
  return {
    connection,
    client: new Client({ connection, namespace, dataConverter }),
    namespace,
    dataConverter,
    taskQueue: `test-${randomUUID()}`,
    close: () => connection.close(),
  };
}

/** A server of the file's own, in which time passes as it is told. */
export interface SkippingTemporal extends TestTemporal {
  /** The server's present moment, ISO 8601 in UTC. */
  now(): Promise<string>;
  /** Lets days pass; timers fire on their way. */
  advance(days: number): Promise<void>;
}

export async function timeSkippingEnvironment(): Promise<SkippingTemporal> {
  const { dataConverter } = openPayloads(inject('payloadKeysFile'));
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    client: { dataConverter },
    server: { executable: { type: 'existing-path', path: inject('testServerPath') } },
  });
  const namespace = environment.namespace ?? 'default';
  // This server cannot tell which ones it knows.
  await environment.connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: SEARCH_ATTRIBUTES,
  });
  return {
    connection: environment.nativeConnection,
    client: environment.client,
    namespace,
    dataConverter,
    taskQueue: `test-${randomUUID()}`,
    now: async () => new Date(await environment.currentTimeMs()).toISOString(),
    advance: (days) => environment.sleep(days * DAY_MS),
    close: () => environment.teardown(),
  };
}

/** A code no other test uses. */
export const uniqueCode = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8)}`;
