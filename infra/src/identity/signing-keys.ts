import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { keepSecret } from '../secrets.ts';

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) });

/** The keys that sign tokens. Kept, so that a token issued before a restart is still good after it. */
export async function signingKeys(dataDir: string): Promise<z.infer<typeof Keys>> {
  const pairs = await Promise.all(
    (['RS256', 'ES256'] as const).map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `${alg.toLowerCase()}-${Date.now()}` };
    }),
  );
  return Keys.parse(
    JSON.parse(keepSecret(dataDir, 'identity-keys.json', () => JSON.stringify({ keys: pairs }))),
  );
}
