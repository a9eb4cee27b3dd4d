import { keepSecret } from '../secrets.ts';

/** Secret of one client of the embedded provider, the same at every start. */
export function clientSecret(dataDir: string, clientId: string): string {
  return keepSecret(dataDir, `client-${clientId}`);
}
