import { isIP } from 'node:net';

/** For whom passkeys are made: browsers bind each to this name, and show it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * Null where browsers take no passkeys for an address: WebAuthn (section 5.1.3, 13.4.9) asks for a name instead of an
 * IP address, and for https unless the name is `localhost`.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return null;
  return protocol === 'https:' || hostname === 'localhost' ? { id: hostname, origin } : null;
}
