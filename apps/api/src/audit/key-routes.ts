import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import { thumbprint } from '@tinhgon/rules/receipt/jws';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../errors/refusal.ts';

const SHARED_SECONDS = 300;

/** The public halves of every key that ever signed here, for anyone: `GET /.well-known/tinhgon-keys.json`. */
export function keyRoutes(server: FastifyInstance, keyRing: KeyRing | null): void {
  server.get('/.well-known/tinhgon-keys.json', async (_request, reply) => {
    if (!keyRing) throw refuse('NOT_FOUND');
    const { set, jws } = keyRing.keySet;
    const jwk = (x: string, kid: string) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid,
      x,
    });
    return await reply
      .header('cache-control', `public, max-age=${SHARED_SECONDS}`)
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send({
        root: jwk(set.root, thumbprint(set.root)),
        keys: set.keys.map(({ kid, x, from, to }) => ({ ...jwk(x, kid), from, to })),
        signedSet: { set, jws },
      });
  });
}
