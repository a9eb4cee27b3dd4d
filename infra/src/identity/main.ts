/** Program: the identity provider of an evaluation copy. Anybody may be anybody here, so it refuses to start in production. */
import { createServer } from 'node:http';
import { createProvider } from './create-provider.ts';
import { readFont } from './fonts.ts';
import { handleSignIn } from './handle-sign-in.ts';
import { contentPolicy } from './pages.ts';
import { identitySettings } from './settings.ts';

if (process.env['NODE_ENV'] === 'production') {
  console.error(
    'The embedded identity provider lets anybody sign in as anybody: in production set OIDC_ISSUER.',
  );
  process.exit(1);
}

const settings = identitySettings.parse(process.env);
const provider = await createProvider(`http://127.0.0.1:${settings.IDENTITY_PORT}`, settings);
provider.on('server_error', (_context, error) => console.error(error));
provider.on('grant.error', (_context, error) => console.error(error.message, error.error_description));
const handleProtocol = provider.callback();
const signingIn = [settings.PUBLIC_URL, settings.TEMPORAL_UI_URL].filter((url) => url !== undefined);
const policy = contentPolicy(signingIn.map((url) => new URL(url).origin));

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const font = readFont(path);
  if (font !== undefined) {
    response.writeHead(200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' }).end(font);
    return;
  }
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  void (path.startsWith('/interaction/')
    ? handleSignIn(provider, request, response)
    : handleProtocol(request, response));
});

server.listen(settings.IDENTITY_PORT, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
