import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { DEMO_PEOPLE } from '../../demo/people.ts';
import { API_AUDIENCE, API_RESOURCE, DEMO_TOKEN_CLIENT, DEMO_TOKEN_GRANT } from './settings.ts';

/** A day's work of a script. */
const LIFETIME_S = 12 * 3600;

/** Adds the grant that gives the one client who knows its secret a token of any demo person. */
export function addDemoTokenGrant(provider: Provider): void {
  provider.registerGrantType(
    DEMO_TOKEN_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      if (client?.clientId !== DEMO_TOKEN_CLIENT) throw new errors.InvalidClient('not the token client');
      const person = DEMO_PEOPLE.find(({ user }) => user === params?.['person']);
      if (person === undefined) throw new errors.InvalidGrant('there is no such demo person');
      const grant = new provider.Grant({ clientId: client.clientId, accountId: person.user });
      const token = new provider.AccessToken({
        accountId: person.user,
        client,
        expiresIn: LIFETIME_S,
        grantId: await grant.save(),
        gty: DEMO_TOKEN_GRANT,
        scope: '',
      });
      token.resourceServer = new provider.ResourceServer(API_RESOURCE, {
        audience: API_AUDIENCE,
        scope: '',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      });
      context.body = { access_token: await token.save(), expires_in: LIFETIME_S, token_type: 'Bearer' };
    },
    ['person'],
  );
}
