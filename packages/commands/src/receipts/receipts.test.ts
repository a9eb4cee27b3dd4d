import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, flattenedVerify, importJWK } from 'jose';
import { hashOf } from '@tinhgon/rules/hash';
import { isSignedBy, signingInput, thumbprint, verifyInSandbox } from '@tinhgon/rules/receipt/jws';
import { isGenuine, mayReplace } from '@tinhgon/rules/receipt/keys';
import { objectionToReceipt } from '@tinhgon/rules/receipt/objection';
import type { Receipt } from '@tinhgon/rules/receipt/statement';
import { describe, expect, it, vi } from 'vitest';
import { keyRingOf, newKeyFile, openKeyRing, rotated, verifyNatively } from './key-ring.ts';
import { signCommand } from './sign-command.ts';

const NOW = new Date().toISOString();
const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

const file = newKeyFile(NOW);
const ring = keyRingOf(file);
const { set } = ring.keySet;
const SUBJECT = 'plan/BTP-2026-001';
const minister = {
  id: 'minh',
  name: 'Nguyễn Văn Minh',
  agency: 'BTP',
  roles: [],
  assignments: [{ function: 'minister', agency: 'BTP' }],
};
const approve = {
  type: 'approve',
  commandId: '6a5ce3de-7a1f-4f2a-9a58-3a0a8a1d6a10',
  expectedVersion: 4,
  contentHash: hashOf('nội dung'),
  note: 'Đồng ý',
  actor: minister,
};
const signedIn = { how: 'session', provider: 'https://login.example.gov.vn', at: NOW } as const;
const signed = signCommand(ring, SUBJECT, approve, signedIn);
const receipt = signed.receipt as Receipt;

describe('a receipt', () => {
  it('says who asked for what, on what they saw, and how they signed in', () => {
    expect(receipt.statement).toMatchObject({
      subject: SUBJECT,
      type: 'approve',
      by: { id: 'minh', name: 'Nguyễn Văn Minh', agency: 'BTP' },
      says: { expectedVersion: 4, contentHash: approve.contentHash, note: 'Đồng ý' },
      signedIn,
    });
    expect(receipt.statement.says).not.toHaveProperty('actor');
  });

  it('is a JWS that other libraries verify, under the thumbprint they reckon', async () => {
    const [key] = set.keys;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key?.x ?? '' };
    expect(await calculateJwkThumbprint(jwk)).toBe(key?.kid);
    const [header = '', , signature = ''] = receipt.jws.split('.');
    const [, payload = ''] = new TextDecoder().decode(signingInput(header, receipt.statement)).split('.');
    const jws = { protected: header, payload, signature };
    const { protectedHeader } = await flattenedVerify(jws, await importJWK(jwk, 'EdDSA'));
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: key?.kid, typ: 'tinhgon-receipt' });
  });

  it('is found right by the sandbox and by the server alike', () => {
    expect(objectionToReceipt(set, SUBJECT, signed, NOW, verifyInSandbox)).toBeNull();
    expect(objectionToReceipt(set, SUBJECT, signed, NOW, verifyNatively)).toBeNull();
  });

  it('survives the way through JSON', () => {
    const sent: typeof signed = JSON.parse(JSON.stringify({ ...signed, step: undefined }));
    expect(objectionToReceipt(set, SUBJECT, sent, NOW)).toBeNull();
  });

  it.each([
    ['no receipt', approve, 'RECEIPT_MISSING', undefined],
    ['something else in its place', { ...approve, receipt: 7 }, 'RECEIPT_MISSING', undefined],
    ['another id', { ...signed, commandId: 'another' }, 'RECEIPT_INVALID', 'commandId'],
    ['another person', { ...signed, actor: { ...minister, id: 'lan' } }, 'RECEIPT_INVALID', 'person'],
    [
      'functions the person does not hold',
      { ...signed, actor: { ...minister, roles: ['administrator'] } },
      'RECEIPT_INVALID',
      'command',
    ],
    ['another content', { ...signed, contentHash: hashOf('khác') }, 'RECEIPT_INVALID', 'command'],
    ['another type', { ...signed, type: 'refuse' }, 'RECEIPT_INVALID', 'command'],
    [
      'a statement that was changed',
      { ...signed, receipt: { ...receipt, statement: { ...receipt.statement, at: later(1) } } },
      'RECEIPT_INVALID',
      'signature',
    ],
    [
      'a signature for another purpose',
      { ...signed, receipt: { ...receipt, jws: ring.sign('checkpoint', receipt.statement) } },
      'RECEIPT_INVALID',
      'signature',
    ],
  ])('is refused with %s', (_what, command, code, flaw) => {
    const objection = objectionToReceipt(set, SUBJECT, command as typeof signed, NOW);
    expect(objection?.code).toBe(code);
    expect(objection?.details?.['flaw']).toBe(flaw);
  });

  it('is refused on another subject, and when it was kept back', () => {
    expect(objectionToReceipt(set, 'plan/BTP-2026-002', signed, NOW)?.details).toEqual({ flaw: 'subject' });
    expect(objectionToReceipt(set, SUBJECT, signed, later(16))?.details).toEqual({ flaw: 'tooOld' });
    expect(objectionToReceipt(set, SUBJECT, signed, null)).toBeNull();
  });

  it('is refused when it was signed with a key nobody published', () => {
    const stranger = keyRingOf(newKeyFile(NOW));
    const forged = signCommand(stranger, SUBJECT, approve, signedIn);
    expect(objectionToReceipt(set, SUBJECT, forged, NOW)?.code).toBe('RECEIPT_KEY_UNKNOWN');
    const kid = set.keys[0]?.kid ?? '';
    const [, , signature] = forged.receipt?.jws.split('.') ?? [];
    const borrowed = { statement: receipt.statement, jws: `${receipt.jws.split('.')[0]}..${signature}` };
    expect(borrowed.jws).toContain('..');
    expect(kid).toHaveLength(43);
    expect(objectionToReceipt(set, SUBJECT, { ...approve, receipt: borrowed }, NOW)?.details).toEqual({
      flaw: 'signature',
    });
  });
});

describe('a change of keys', () => {
  const root = file.root as NonNullable<typeof file.root>;
  const tomorrow = later(60);
  const next = rotated(file, root, tomorrow);
  const nextRing = keyRingOf(next);

  it('keeps what was signed before, and signs with the new key', () => {
    expect(next.keySet.set.number).toBe(2);
    expect(isGenuine(next.keySet)).toBe(true);
    expect(objectionToReceipt(next.keySet.set, SUBJECT, signed, NOW)).toBeNull();
    const fresh = signCommand(nextRing, SUBJECT, approve, signedIn);
    expect(objectionToReceipt(set, SUBJECT, fresh, null)?.code).toBe('RECEIPT_KEY_UNKNOWN');
  });

  it('signs no earlier than the new key was made, though the clock is behind', () => {
    const fresh = signCommand(nextRing, SUBJECT, approve, signedIn);
    expect((fresh.receipt as Receipt).statement.at).toBe(tomorrow);
    expect(objectionToReceipt(next.keySet.set, SUBJECT, fresh, null)).toBeNull();
  });

  it('is taken up although the clock was set back meanwhile', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tinhgon-keys-'));
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    try {
      const path = join(folder, 'keys.json');
      writeFileSync(path, JSON.stringify(file));
      const opened = openKeyRing(path);
      vi.setSystemTime(Date.now() - 3_600_000);
      vi.advanceTimersByTime(1_100);
      writeFileSync(path, JSON.stringify(next));
      expect(opened.keySet.set.number).toBe(2);
    } finally {
      vi.useRealTimers();
      rmSync(folder, { recursive: true });
    }
  });

  it('is known to be ours by the root key alone', () => {
    expect(mayReplace(set, next.keySet.set)).toBe(true);
    expect(mayReplace(next.keySet.set, set)).toBe(false);
    expect(mayReplace(set, newKeyFile(NOW).keySet.set)).toBe(false);
    const widened = { ...next.keySet, set: { ...next.keySet.set, keys: next.keySet.set.keys.slice(1) } };
    expect(isGenuine(widened)).toBe(false);
    expect(() => rotated(file, newKeyFile(NOW).root as typeof root, NOW)).toThrow('not the root key');
  });

  it('lets the key that was replaced sign for a day, and no longer', () => {
    const old = { ...receipt.statement, at: later(60 + 25 * 60) };
    const late = { ...approve, receipt: { statement: old, jws: ring.sign('receipt', old) } };
    expect(objectionToReceipt(next.keySet.set, SUBJECT, late, null)?.details).toEqual({
      flaw: 'keyNotInUse',
    });
  });

  it('signs sets with a thumbprint of the root', () => {
    expect(isSignedBy(next.keySet.jws, next.keySet.set, root.x)).toBe(true);
    expect(thumbprint(root.x)).toHaveLength(43);
  });
});
