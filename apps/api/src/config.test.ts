import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const COMPLETE = {
  DATABASE_URL: 'postgres://127.0.0.1:5433/tinhgon',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  OIDC_ISSUER: 'http://127.0.0.1:8081',
  OIDC_CLIENT_ID: 'tinhgon-web',
  PUBLIC_URL: 'http://127.0.0.1:8080',
  SESSION_SECRET: 'x'.repeat(32),
};

test('knows what the launcher gives and fills the rest', () => {
  expect(readConfig({ ...COMPLETE, EVALUATION: '1', ADMIN_SUBJECT: '' })).toMatchObject({
    EVALUATION: true,
    PORT: 8080,
    API_REPLICAS: 1,
    TEMPORAL_NAMESPACE: 'default',
  });
});

test('names every bad variable at once', () => {
  const read = () =>
    readConfig({ ...COMPLETE, DATABASE_URL: 'nonsense', PORT: '99999', SESSION_SECRET: 'short' });
  for (const name of ['DATABASE_URL', 'PORT', 'SESSION_SECRET']) expect(read).toThrow(name);
});
