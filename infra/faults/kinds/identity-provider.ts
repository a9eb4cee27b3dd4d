import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, NOTHING_WRONG, seconds } from '../fault.ts';

const ANSWER_WITHIN_MS = 15_000;

/**
 * The identity provider does not answer. Whoever is signed in goes on; an API that starts meanwhile knows nobody, and
 * says so: a sign-in is answered 503 or sent on its way, never with an error nobody foresaw.
 */
export const identityDown: Fault = {
  name: 'identity-down',
  async inject({ system }, random) {
    const [provider] = system.processes('identity');
    if (!provider) throw new RangeError('there is no identity provider');
    const lastsMs = random.integer(2_000, 6_000);
    const fresh = random.pick([true, false]);
    process.kill(provider.identity.pid, 'SIGSTOP');
    const api = random.pick(system.processes('api'));
    if (fresh) process.kill(api.identity.pid, 'SIGKILL');
    const asked = fresh ? undefined : signIn(system.addresses.api);
    return {
      what: `${seconds(lastsMs)}${fresh ? `, ${api.name} killed too` : ''}`,
      lastsMs,
      async heal() {
        process.kill(provider.identity.pid, 'SIGCONT');
        const status = await asked;
        const good = status === undefined || status === 302 || status === 503;
        return good ? [] : [`a new sign-in was answered ${status}`];
      },
    };
  },
};

async function signIn(api: string): Promise<number | 'not at all'> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const asked = fetch(`${api}/auth/sign-in`, { redirect: 'manual', signal });
  return await asked.then(
    ({ status }) => status,
    () => 'not at all',
  );
}

/** The identity provider signs with new keys from one moment to the next, and everybody signs in anew. */
export const identityKeysChanged: Fault = {
  name: 'identity-keys-changed',
  async inject({ system, client }) {
    const [provider] = system.processes('identity');
    if (!provider) throw new RangeError('there is no identity provider');
    rmSync(join(system.dataDir, 'secrets', 'identity-keys.json'));
    process.kill(provider.identity.pid, 'SIGKILL');
    client.forgetTokens();
    return { what: 'identity', lastsMs: 0, heal: NOTHING_WRONG };
  },
};
