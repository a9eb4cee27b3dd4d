import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookSender } from '../src/webhooks/send-webhook.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const message = (url = receiver.url) => ({
  url,
  id: 'msg_1',
  body: '{"type":"webhook.test"}',
  secrets: [SECRET],
});
const trying = createWebhookSender({ networks: [], evaluation: true });

describe('in an evaluation, to this machine', () => {
  it('takes a 2xx for a yes and keeps what was answered', async () => {
    receiver.answer(204);
    expect(await trying(message())).toMatchObject({ ok: true, status: 204, error: null });
    expect(receiver.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
    });
  });

  it('follows no redirect', async () => {
    receiver.answer((response) => void response.writeHead(307, { location: receiver.url }).end());
    expect(await trying(message())).toMatchObject({ ok: false, status: 307 });
    expect(receiver.received).toHaveLength(1);
  });

  it('reads an endless answer no further than it keeps', async () => {
    let written = 0;
    receiver.answer((response) => {
      const piece = 'ệ'.repeat(8 * 1024);
      const more = (): void => {
        while (!response.destroyed) {
          written += Buffer.byteLength(piece);
          if (!response.write(piece)) return void response.once('drain', more);
        }
      };
      more();
    });
    const { ok, answer } = await trying(message());
    expect(ok).toBe(true);
    expect(answer).toBe('ệ'.repeat(500));
    // What lay in buffers on the way is not what was waited for.
    expect(written).toBeLessThan(20 * 1024 * 1024);
  });

  it('keeps no character that cannot be stored', async () => {
    receiver.answer((response) => void response.writeHead(500).end(Buffer.from([0x61, 0x00, 0xff, 0x62])));
    expect((await trying(message())).answer).toBe('a\uFFFDb');
  });

  it('tells that nobody is there, and that the answer was cut off', async () => {
    receiver.answer((response) => void response.destroy());
    expect(await trying(message())).toEqual({ ok: false, status: null, answer: null, error: 'ECONNRESET' });
    await receiver.stop();
    expect(await trying(message())).toMatchObject({ ok: false, error: 'ECONNREFUSED' });
    receiver = await startReceiver();
  });

  it('waits ten seconds and no longer', async () => {
    receiver.answer(() => {});
    const begun = performance.now();
    expect(await trying(message())).toMatchObject({ ok: false, status: null, error: 'TIMED_OUT' });
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 30_000);
});

describe('elsewhere', () => {
  const refused = { ok: false, status: null, answer: null, error: 'ADDRESS_REFUSED' };
  it.each([
    ['this machine without encryption', () => receiver.url],
    ['this machine by address', () => receiver.url.replace('http:', 'https:')],
    ['this machine by name', () => receiver.url.replace('http://127.0.0.1', 'https://localhost')],
    ['where clouds keep their metadata', () => 'https://169.254.169.254/latest/meta-data/'],
    ['a private network', () => 'https://10.1.2.3/'],
    ['the internet without encryption', () => 'http://1.1.1.1/'],
  ])('nothing is sent to %s', async (_, url) => {
    const send = createWebhookSender({ networks: [], evaluation: false });
    expect(await send(message(url()))).toEqual(refused);
    expect(receiver.received).toEqual([]);
  });

  it('reaches a network that was named', async () => {
    const send = createWebhookSender({ networks: ['127.0.0.0/8'], evaluation: false });
    // It is connected to, and speaks no TLS.
    const { error } = await send(message(receiver.url.replace('http:', 'https:')));
    expect(error).not.toBe('ADDRESS_REFUSED');
    expect(error).toMatch(/^E/);
  });
});
