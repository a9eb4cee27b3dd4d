import { randomUUID } from 'node:crypto';
import { SEARCH_ATTRIBUTES, testEnvironment } from '@tinhgon/test-kit/temporal';
import { expect, it } from 'vitest';
import { prepareTemporal } from '../src/prepare-temporal.ts';

it('makes a namespace with all search attributes, once', async () => {
  const temporal = await testEnvironment();
  const { connection } = temporal;
  const namespace = `made-${randomUUID()}`;
  await prepareTemporal(connection, namespace);
  await prepareTemporal(connection, namespace);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  expect(customAttributes).toMatchObject(SEARCH_ATTRIBUTES);
  await temporal.close();
});
