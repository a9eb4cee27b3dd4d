import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signedHeaders } from './sign.ts';

const key = () => randomBytes(32);
const secretOf = (bytes: Buffer) => `whsec_${bytes.toString('base64')}`;
const body = '{"type":"plan.approved","data":{"subject":"plan/BTP-2026-001"}}';

test('signs id, moment and body with the bytes of the secret', () => {
  const bytes = key();
  const at = new Date('2026-11-28T01:02:03.999Z');
  const headers = signedHeaders({ id: 'msg_1', at, body }, [secretOf(bytes)]);
  const seconds = Date.parse('2026-11-28T01:02:03Z') / 1_000;
  const mac = createHmac('sha256', bytes).update(`msg_1.${seconds}.${body}`).digest('base64');
  expect(headers).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${mac}`,
  });
});

test('while a secret is being replaced, whoever has either is sure', () => {
  const [before, after, other] = [secretOf(key()), secretOf(key()), secretOf(key())];
  const headers = signedHeaders({ id: 'msg_2', at: new Date(), body }, [after, before]);
  for (const secret of [before, after]) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  }
  expect(() => new Webhook(other).verify(body, headers)).toThrow(/signature/i);
  expect(() => new Webhook(after).verify(`${body} `, headers)).toThrow(/signature/i);
});
