import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openPayloads } from './data-converter.ts';
import { encryptingCodec, ENCRYPTED, keyIdOf, PayloadUnreadable } from './encrypting-codec.ts';
import {
  newPayloadKeyFile,
  NO_PAYLOAD_KEYS,
  openPayloadKeys,
  readPayloadKeyFile,
  type PayloadKeyFile,
  withCurrent,
  withNewKey,
  withoutKey,
  writePayloadKeyFile,
} from './payload-keys.ts';

const NOW = '2026-11-27T01:00:00.000Z';
const REMARK = { note: 'Đề nghị bỏ giấy xác nhận cư trú' };
const folder = mkdtempSync(join(tmpdir(), 'tinhgon-payload-keys-'));
const file = join(folder, 'payload-keys.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let keys: PayloadKeyFile;
beforeEach(() => {
  keys = newPayloadKeyFile(NOW);
  writePayloadKeyFile(file, keys);
});

const codec = () => encryptingCodec(openPayloadKeys(file));
const plain = (): Payload => defaultPayloadConverter.toPayload(REMARK);
async function sealed(): Promise<Payload> {
  const [one] = await codec().encode([plain()]);
  return one as Payload;
}
const opened = async (...payloads: Payload[]) =>
  (await codec().decode(payloads)).map((one) => defaultPayloadConverter.fromPayload(one));
const text = (payload: Payload) => JSON.stringify(payload, (_key, value: unknown) => value);

test('what was encrypted is read again, and says in the clear nothing but how', async () => {
  const one = await sealed();
  expect(Object.keys(one.metadata ?? {})).toEqual(['encoding', 'encryption-key-id']);
  expect(Buffer.from(one.metadata?.['encoding'] ?? []).toString()).toBe(ENCRYPTED);
  expect(keyIdOf(one)).toBe(keys.current);
  expect(Buffer.from(one.data ?? []).includes('giấy')).toBe(false);
  expect(await opened(one)).toEqual([REMARK]);
});

test('the same is never encrypted the same way twice', async () => {
  const [one, other] = [await sealed(), await sealed()];
  expect(text(one)).not.toBe(text(other));
  expect(Buffer.from(one.data ?? []).subarray(0, 12)).not.toEqual(
    Buffer.from(other.data ?? []).subarray(0, 12),
  );
});

test('payloads of every kind survive: none, bytes, empty, large', async () => {
  const values = [undefined, null, '', new Uint8Array([0, 255]), 'x'.repeat(100_000), { a: [1, { b: 'ế' }] }];
  const written = values.map((value) => defaultPayloadConverter.toPayload(value) as Payload);
  expect(await opened(...(await codec().encode(written)))).toEqual(values);
  expect(await codec().encode([])).toEqual([]);
  expect(await codec().decode([])).toEqual([]);
});

test('what was written before there were keys is read as it is, beside what is encrypted', async () => {
  expect(await opened(plain(), await sealed(), plain())).toEqual([REMARK, REMARK, REMARK]);
});

test('a key that is not known is named, and nothing else', async () => {
  const one = await sealed();
  writePayloadKeyFile(file, newPayloadKeyFile(NOW));
  const failing = opened(one);
  await expect(failing).rejects.toThrow(PayloadUnreadable);
  await expect(failing).rejects.toThrow(
    `the key "${keys.current}" cannot be read: PAYLOAD_KEYS_FILE does not hold this key`,
  );
  await expect(encryptingCodec(NO_PAYLOAD_KEYS).decode([one])).rejects.toThrow(PayloadUnreadable);
});

test('another key of the same name does not read it', async () => {
  const one = await sealed();
  const [other] = newPayloadKeyFile(NOW).keys;
  const [own] = keys.keys;
  writePayloadKeyFile(file, { ...keys, keys: [{ ...own!, key: other!.key }] });
  await expect(opened(one)).rejects.toThrow(/changed, cut, or encrypted with another key/);
});

test('what was changed is refused: each byte of it, its end, its key’s name', async () => {
  const one = await sealed();
  const data = Buffer.from(one.data ?? []);
  const forged = [...data.keys()].map((at) => {
    const copy = Buffer.from(data);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  });
  const cut = [0, 1, 12, 27, 28, data.length - 1].map((length) => data.subarray(0, length));
  for (const wrong of [...forged, ...cut]) {
    await expect(opened({ ...one, data: wrong })).rejects.toThrow(/changed, cut/);
  }
  // The same key under another name: the name is bound to what it encrypted.
  const [own] = keys.keys;
  writePayloadKeyFile(file, { ...keys, keys: [...keys.keys, { ...own!, id: 'alias' }] });
  const renamed = { ...one, metadata: { ...one.metadata, 'encryption-key-id': Buffer.from('alias') } };
  await expect(opened(renamed)).rejects.toThrow(/changed, cut/);
});

test('a new key is known before it is in use, and what the old one wrote is read while it is in the list', async () => {
  const ring = openPayloadKeys(file);
  const mine = encryptingCodec(ring);
  const [first] = await mine.encode([plain()]);
  const both = withNewKey(keys, NOW);
  const fresh = both.keys[1]!.id;
  writePayloadKeyFile(file, both);
  expect(both.current).toBe(keys.current);
  // Another process has gone on to it already: this one finds the key the moment it meets it.
  writePayloadKeyFile(file, withCurrent(both, fresh));
  const [second] = await codec().encode([plain()]);
  expect(keyIdOf(second!)).toBe(fresh);
  expect(await mine.decode([first!, second!])).toHaveLength(2);
  expect(keyIdOf((await mine.encode([plain()]))[0]!)).toBe(fresh);

  writePayloadKeyFile(file, withoutKey(withCurrent(both, fresh), keys.current!));
  expect(await opened(second!)).toEqual([REMARK]);
  await expect(opened(first!)).rejects.toThrow(PayloadUnreadable);
});

test('a key may be known to all before anything is encrypted at all', async () => {
  writePayloadKeyFile(file, { ...keys, current: null });
  const [one] = await codec().encode([plain()]);
  expect(keyIdOf(one!)).toBeNull();
  writePayloadKeyFile(file, keys);
  expect(await opened(one!, await sealed())).toEqual([REMARK, REMARK]);
});

test('the key in use is not taken away, and one that is not there is not found', () => {
  expect(() => withoutKey(keys, keys.current!)).toThrow(/in use/);
  expect(() => withoutKey(keys, 'other')).toThrow(/no key other/);
  expect(() => withCurrent(keys, 'other')).toThrow(/no key other/);
});

test('a file that is wrong says where, and never what', () => {
  const [own] = keys.keys;
  const short = Buffer.alloc(16, 7).toString('base64');
  const wrong: [unknown, string][] = [
    [{ ...keys, current: 'other' }, 'current'],
    [{ ...keys, keys: [own, own] }, 'keys'],
    [{ ...keys, keys: [{ ...own, key: short }] }, 'keys.0.key'],
    [{ current: null, keys: [] }, 'keys'],
  ];
  for (const [content, place] of wrong) {
    writeFileSync(file, JSON.stringify(content));
    const reading = () => readPayloadKeyFile(file);
    expect(reading).toThrow(`PAYLOAD_KEYS_FILE) is wrong at: ${place}`);
    expect(reading).not.toThrow(own!.key);
    expect(reading).not.toThrow(short);
  }
  writeFileSync(file, 'nothing');
  expect(() => openPayloadKeys(file)).toThrow(/cannot be read as JSON/);
});

test('a file that breaks under way changes nothing', async () => {
  const mine = encryptingCodec(openPayloadKeys(file));
  const one = await sealed();
  writeFileSync(file, '{"half":');
  const stranger = { ...one, metadata: { ...one.metadata, 'encryption-key-id': Buffer.from('stranger') } };
  await expect(mine.decode([stranger])).rejects.toThrow(PayloadUnreadable);
  expect(await mine.decode([one])).toHaveLength(1);
});

test('says so where nothing is encrypted, and is silent where it is', () => {
  const said: string[] = [];
  const log = { info: () => {}, warn: (line: string) => said.push(line) };
  openPayloads(file, log);
  expect(said).toEqual([]);
  openPayloads(undefined, log);
  writePayloadKeyFile(file, { ...keys, current: null });
  openPayloads(file, log);
  expect(said).toHaveLength(2);
});
