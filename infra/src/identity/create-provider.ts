import { type Configuration, interactionPolicy, Provider } from 'oidc-provider';
import { DEMO_PEOPLE } from '../../demo/people.ts';
import { keepSecret } from '../secrets.ts';
import { SIGN_IN_WORDS } from '../words/sign-in.ts';
import { clientSecret } from './client-secrets.ts';
import { addDemoTokenGrant } from './demo-token-grant.ts';
import { languageOf } from './language.ts';
import { messagePage, signOutPage } from './pages.ts';
import {
  API_AUDIENCE,
  API_RESOURCE,
  DEMO_TOKEN_CLIENT,
  DEMO_TOKEN_GRANT,
  type IdentitySettings,
  SCRIPTS_CLIENT,
  TEMPORAL_UI_CLIENT,
  WEB_CLIENT,
} from './settings.ts';
import { signingKeys } from './signing-keys.ts';

/** The provider itself: who the demo people are, which clients may ask, what a token says. Sessions live in memory. */
export async function createProvider(issuer: string, settings: IdentitySettings): Promise<Provider> {
  const provider = new Provider(issuer, {
    jwks: await signingKeys(settings.DATA_DIR),
    cookies: {
      keys: [keepSecret(settings.DATA_DIR, 'identity-cookies')],
      // Cookies do not know ports: these must not meet those of the application on the same host.
      names: { session: 'tg_idp', interaction: 'tg_idp_step', resume: 'tg_idp_resume' },
    },
    clients: clients(settings),
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_context, subject) => {
      const person = DEMO_PEOPLE.find(({ user }) => user === subject);
      if (person === undefined) return undefined;
      return {
        accountId: person.user,
        claims: () => ({ sub: person.user, name: person.name, preferred_username: person.user }),
      };
    },
    interactions: {
      policy: alwaysChoose(),
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      // Everything our own application may ask is granted: a consent page would only be in the way.
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_context, token) => {
      const person = DEMO_PEOPLE.find(({ user }) => 'accountId' in token && user === token.accountId);
      return person === undefined ? undefined : { name: person.name, preferred_username: person.user };
    },
    // The Temporal UI's server keeps a secret instead.
    pkce: { required: (_context, client) => client.clientId !== TEMPORAL_UI_CLIENT },
    features: features(),
    renderError: (context, _parameters, _error) => {
      const language = languageOf(context.req);
      const words = SIGN_IN_WORDS[language];
      context.type = 'html';
      context.body = messagePage(language, words.expiredTitle, words.expired);
    },
    ttl: {
      AccessToken: 3600,
      ClientCredentials: 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 12 * 3600,
      Grant: 12 * 3600,
    },
  });
  addDemoTokenGrant(provider);
  return provider;
}

function clients({
  DATA_DIR,
  PUBLIC_URL,
  TEMPORAL_UI_URL,
}: IdentitySettings): NonNullable<Configuration['clients']> {
  const origin = new URL(PUBLIC_URL).origin;
  const script = {
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_post',
  } as const;
  return [
    {
      client_id: WEB_CLIENT,
      client_secret: clientSecret(DATA_DIR, WEB_CLIENT),
      redirect_uris: [`${origin}/auth/callback`],
      post_logout_redirect_uris: [origin, `${origin}/`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      ...script,
      client_id: SCRIPTS_CLIENT,
      client_secret: clientSecret(DATA_DIR, SCRIPTS_CLIENT),
      grant_types: ['client_credentials'],
    },
    {
      ...script,
      client_id: DEMO_TOKEN_CLIENT,
      client_secret: clientSecret(DATA_DIR, DEMO_TOKEN_CLIENT),
      grant_types: [DEMO_TOKEN_GRANT],
    },
    ...(TEMPORAL_UI_URL === undefined
      ? []
      : [
          {
            client_id: TEMPORAL_UI_CLIENT,
            client_secret: clientSecret(DATA_DIR, TEMPORAL_UI_CLIENT),
            redirect_uris: [`${new URL(TEMPORAL_UI_URL).origin}/auth/sso/callback`],
            grant_types: ['authorization_code'],
            response_types: ['code' as const],
            token_endpoint_auth_method: 'client_secret_basic' as const,
          },
        ]),
  ];
}

function features(): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      // Scripts always speak to the API; a sign-in asks for no access token of the API unless it names it.
      defaultResource: (context) =>
        context.oidc.route === 'token' && isScript(context.oidc.params) ? API_RESOURCE : [],
      getResourceServerInfo: () => ({
        audience: API_AUDIENCE,
        scope: '',
        accessTokenFormat: 'jwt',
        accessTokenTTL: 3600,
        jwt: { sign: { alg: 'ES256' } },
      }),
      useGrantedResource: () => true,
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = signOutPage(languageOf(context.req), form);
      },
      postLogoutSuccessSource: (context) => {
        const language = languageOf(context.req);
        const { signedOut } = SIGN_IN_WORDS[language];
        context.body = messagePage(language, signedOut, '');
      },
    },
  };
}

function isScript(parameters: Readonly<Record<string, unknown>> | undefined): boolean {
  return parameters?.['grant_type'] === 'client_credentials';
}

/** Shows the people at every sign-in: on an evaluation copy one sits at one machine and plays several. */
function alwaysChoose(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'choose_person',
        'a person must be chosen',
        (context) => !context.oidc.result?.login,
      ),
    );
  return policy;
}
