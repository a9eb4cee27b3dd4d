import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a webhook may be sent to an address. */
export type AddressRule = (address: string) => boolean;

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Addresses of the internet, and of the networks named. What is private, loopback, link-local (where clouds keep their
 * metadata), reserved or a way to write an IPv4 address in IPv6 is none of the internet.
 */
export function addressRule(networks: readonly string[]): AddressRule {
  const named = networks.map(networkOf);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    // An IPv4 address written in IPv6 is judged as what it is.
    const address = ipaddr.process(text);
    if (address.range() === 'unicast') return true;
    return named.some(
      ([network, bits]) => network.kind() === address.kind() && address.match([network, bits] as never),
    );
  };
}

export const isNetwork = (text: string): boolean =>
  text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text);

/** The network `10.0.0.0/8` names, or one address alone. */
function networkOf(text: string): Network {
  return text.includes('/') ? ipaddr.parseCIDR(text) : [ipaddr.parse(text), isIP(text) === 4 ? 32 : 128];
}

export const LOOPBACK_NETWORKS = ['127.0.0.0/8', '::1/128'] as const;

/** Told instead of a system's own code where every address of a name is one that nothing is sent to. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

const refused = (): NodeJS.ErrnoException =>
  Object.assign(new Error('nothing is sent to this address'), { code: ADDRESS_REFUSED });

/**
 * Looks a name up and leaves out what the rule refuses. It is what the connection itself looks names up with, so that a
 * name which leads elsewhere the next moment is of no use.
 */
export function allowedLookup(
  isAllowed: AddressRule,
  resolve: typeof systemLookup = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = error ? [] : found.filter(({ address }) => isAllowed(address));
      const [first] = addresses;
      if (error || !first) {
        callback(error ?? refused(), '');
        return;
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** @throws Error with the code ADDRESS_REFUSED for an address written out, which is not looked up. */
export function checkWritten(hostname: string, isAllowed: AddressRule): void {
  const written = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(written) !== 0 && !isAllowed(written)) throw refused();
}
