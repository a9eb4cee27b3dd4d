import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { ADDRESS_REFUSED, addressRule, allowedLookup, checkWritten, isNetwork } from './networks.ts';

const internet = addressRule([]);

describe('addresses of the internet alone', () => {
  test.each(['203.162.0.11', '1.1.1.1', '2001:4860:4860::8888', '::ffff:1.1.1.1'])('%s', (address) => {
    expect(internet(address)).toBe(true);
  });
  test.each([
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '127.0.0.1',
    '127.8.9.1',
    '0.0.0.0',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'not an address',
    '',
  ])('not %j', (address) => {
    expect(internet(address)).toBe(false);
  });
});

test('networks of the state that were named, and no other', () => {
  const named = addressRule(['10.20.0.0/16', '192.168.7.7', 'fd12:3456::/32']);
  for (const address of ['10.20.0.1', '10.20.255.255', '192.168.7.7', 'fd12:3456:1::9', '::ffff:10.20.0.1']) {
    expect(named(address), address).toBe(true);
  }
  for (const address of ['10.21.0.1', '192.168.7.8', 'fd12:3457::1', '127.0.0.1', '169.254.169.254']) {
    expect(named(address), address).toBe(false);
  }
});

test.each([
  ['10.0.0.0/8', true],
  ['10.0.0.1', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['ministry.gov.vn', false],
  ['', false],
])('%j is a network: %s', (text, is) => {
  expect(isNetwork(text)).toBe(is);
});

describe('names are judged by where they lead', () => {
  const leadingTo = (...addresses: string[]) =>
    allowedLookup(internet, ((
      _name: string,
      _options: object,
      done: (e: null, found: LookupAddress[]) => void,
    ) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as never);
  const asked = (lookup: ReturnType<typeof allowedLookup>, all: boolean) =>
    new Promise<unknown>((resolve) => {
      lookup('receiver.gov.vn', { all }, (error, address) => resolve(error?.code ?? address));
    });

  test('what leads to a refused address alone is refused', async () => {
    for (const all of [true, false]) {
      expect(await asked(leadingTo('10.0.0.1', '::1'), all)).toBe(ADDRESS_REFUSED);
      expect(await asked(leadingTo(), all)).toBe(ADDRESS_REFUSED);
    }
  });
  test('of several addresses those that are refused are left out', async () => {
    const lookup = leadingTo('10.0.0.1', '1.1.1.1', '2001:4860:4860::8888');
    expect(await asked(lookup, false)).toBe('1.1.1.1');
    expect(await asked(lookup, true)).toEqual([
      { address: '1.1.1.1', family: 4 },
      { address: '2001:4860:4860::8888', family: 6 },
    ]);
  });
});

test('addresses written out are judged too, in whatever way they are written', () => {
  const hostOf = (url: string) => new URL(url).hostname;
  for (const url of [
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:a00:1]/',
  ]) {
    expect(() => checkWritten(hostOf(url), internet), url).toThrow(/nothing is sent/);
  }
  expect(() => checkWritten(hostOf('https://1.1.1.1/'), internet)).not.toThrow();
  expect(() => checkWritten('receiver.gov.vn', internet)).not.toThrow();
});
