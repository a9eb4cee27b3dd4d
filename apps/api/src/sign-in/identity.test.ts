import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createIdentity } from './identity.ts';

/** A provider with one key after the other. */
let server: Server;
let issuer: string;
let published: JWK[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const told = request.url === '/jwks' ? { keys: published } : metadata();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const metadata = () => ({
  issuer,
  jwks_uri: `${issuer}/jwks`,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
});

async function newKey(kid: string): Promise<CryptoKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  published = [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }];
  return privateKey;
}

const token = (key: CryptoKey, kid: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(issuer)
    .setAudience('tinhgon-api')
    .setSubject('minh')
    .setExpirationTime('12h')
    .sign(key);

test('takes up new keys of the provider although the clock was set back since the old ones came', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  try {
    const right = Date.now();
    const config = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'tinhgon-web', API_AUDIENCE: 'tinhgon-api' };
    const identity = createIdentity(config as Parameters<typeof createIdentity>[0]);
    vi.setSystemTime(right + 3_600_000);
    const first = await token(await newKey('first'), 'first');
    expect(await identity.verifyBearer(first)).toMatchObject({ subject: 'minh' });

    vi.setSystemTime(right);
    vi.advanceTimersByTime(31_000);
    const second = await token(await newKey('second'), 'second');
    expect(await identity.verifyBearer(second)).toMatchObject({ subject: 'minh' });
  } finally {
    vi.useRealTimers();
  }
});
