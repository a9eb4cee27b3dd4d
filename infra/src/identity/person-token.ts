import { z } from 'zod';
import { Problem } from '../problem.ts';
import { clientSecret } from './client-secrets.ts';
import { DEMO_TOKEN_CLIENT, DEMO_TOKEN_GRANT } from './settings.ts';

const Answer = z.object({ access_token: z.string() });

/**
 * A bearer token of a demo person, good for 12 hours, from the embedded provider at `issuer` whose secrets lie in `dataDir`.
 * Throws Problem UNKNOWN_PERSON or NOT_RUNNING.
 */
export async function personToken(from: { issuer: string; dataDir: string }, user: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: DEMO_TOKEN_GRANT,
    client_id: DEMO_TOKEN_CLIENT,
    client_secret: clientSecret(from.dataDir, DEMO_TOKEN_CLIENT),
    person: user,
  });
  const response = await fetch(`${from.issuer}/token`, { method: 'POST', body }).catch((error: unknown) => {
    throw new Problem('NOT_RUNNING', {}, error);
  });
  if (!response.ok) throw new Problem('UNKNOWN_PERSON', { user });
  return Answer.parse(await response.json()).access_token;
}
