import { encryptingCodec, keyIdOf } from '@tinhgon/commands/payloads/encrypting-codec';
import { openPayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startPlan } from './acting.ts';
import { sessionOf } from './browser.ts';
import { answerOf, openWorld, type World } from './world.ts';

const UI = 'http://127.0.0.1:8233';
const REMARK = 'Đề nghị bỏ giấy xác nhận cư trú vì đã có dữ liệu';
let world: World;
beforeAll(async () => {
  world = await openWorld({ environment: { TEMPORAL_UI_URL: UI }, wholeCast: true });
});
afterAll(() => world?.stop());

const keys = () => openPayloadKeys(inject('payloadKeysFile'));
const asJson = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
  ),
  data: Buffer.from(data ?? []).toString('base64'),
});
async function encrypted(value: unknown) {
  const [one] = await encryptingCodec(keys()).encode([defaultPayloadConverter.toPayload(value) as Payload]);
  return asJson(one!);
}
const read = ({ data }: { readonly data: string }): unknown =>
  JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
const fromUi = { origin: UI, 'content-type': 'application/json', 'x-namespace': 'default' };
const decode = (headers: Readonly<Record<string, string>>, body: unknown) =>
  fetch(`${world.url}/codec/decode?preserveStorageRefs=true`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('a supervisor who is signed in reads from the Temporal UI what lies encrypted in Temporal', async () => {
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }]);
  const handle = world.app.temporal.workflow.getHandle(`plan/${body.code}`);
  const { events } = await handle.fetchHistory();
  const [input] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  expect(keyIdOf(input as Payload)).toBe(keys().ids().current);

  const cookie = await sessionOf(world.url, 'giam-sat');
  const response = await decode({ ...fromUi, cookie }, { payloads: [asJson(input as Payload)] });
  expect(response.headers.get('access-control-allow-origin')).toBe(UI);
  expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  expect(response.headers.get('vary')).toContain('Origin');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const [clear] = (await answerOf(response)).body.payloads;
  expect(read(clear)).toMatchObject({ begin: { code: body.code } });
});

test('what is in the clear, and what no key of ours reads, comes back as it was', async () => {
  const cookie = await sessionOf(world.url, 'giam-sat');
  const plain = asJson(defaultPayloadConverter.toPayload({ note: REMARK }) as Payload);
  const one = await encrypted({ note: REMARK });
  const lost = { ...one, metadata: { ...one.metadata, 'encryption-key-id': btoa('lost') } };
  const { status, body } = await answerOf(
    await decode({ ...fromUi, cookie }, { payloads: [plain, lost, one, {}] }),
  );
  expect(status).toBe(200);
  expect(body.payloads.slice(0, 2)).toEqual([plain, lost]);
  expect(read(body.payloads[2])).toEqual({ note: REMARK });
  expect(body.payloads).toHaveLength(4);
});

test('nobody else: signed out, a drafter, an administrator, a page of another site', async () => {
  const payloads = [await encrypted({ note: REMARK })];
  const refused = async (headers: Readonly<Record<string, string>>) => {
    const { status, body, headers: answered } = await answerOf(await decode(headers, { payloads }));
    expect(JSON.stringify(body)).not.toContain('payloads');
    return [status, body.error.code, answered.get('access-control-allow-origin')];
  };
  expect(await refused(fromUi)).toEqual([401, 'UNAUTHENTICATED', UI]);
  for (const user of ['bca-soan-thao', 'quan-tri']) {
    expect(await refused({ ...fromUi, cookie: await sessionOf(world.url, user) })).toEqual([
      403,
      'FORBIDDEN',
      UI,
    ]);
  }
  const cookie = await sessionOf(world.url, 'giam-sat');
  for (const origin of ['https://elsewhere.example', 'http://127.0.0.1:8234', 'null']) {
    expect(await refused({ ...fromUi, origin, cookie })).toEqual([403, 'FOREIGN_ORIGIN', null]);
  }
  expect(await refused({ ...fromUi, cookie, 'x-namespace': 'other' })).toEqual([404, 'NOT_FOUND', UI]);
  // The exception is this route's alone.
  const elsewhere = await fetch(`${world.url}/trpc/plans.start`, {
    method: 'POST',
    headers: fromUi,
    body: '{}',
  });
  expect(elsewhere.status).toBe(403);
});

test('a browser is told beforehand whose pages may ask, and what', async () => {
  const preflight = (origin: string, path = '/codec/decode') =>
    fetch(`${world.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-namespace',
      },
    });
  const own = await preflight(UI);
  expect(own.status).toBe(204);
  expect(own.headers.get('access-control-allow-origin')).toBe(UI);
  expect(own.headers.get('access-control-allow-credentials')).toBe('true');
  expect(own.headers.get('access-control-allow-methods')).toBe('POST');
  expect(own.headers.get('access-control-allow-headers')).toBe('content-type, x-namespace');
  const foreign = await preflight('https://elsewhere.example');
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  expect((await preflight(UI, '/trpc/me.get')).headers.get('access-control-allow-origin')).toBeNull();
});

test('there is nothing that encrypts, and no end of a body is waited for from whoever may not', async () => {
  const cookie = await sessionOf(world.url, 'giam-sat');
  const encode = await fetch(`${world.url}/codec/encode`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: '{"payloads":[]}',
  });
  expect(encode.status).toBe(404);
  const large = JSON.stringify({ payloads: [{ data: 'A'.repeat(9 * 1024 * 1024) }] });
  expect((await decode({ ...fromUi, cookie }, large)).status).toBe(413);
  expect((await decode(fromUi, large)).status).toBe(401);
});

test('bad input names its field', async () => {
  const cookie = await sessionOf(world.url, 'giam-sat');
  const wrong = async (body: unknown) =>
    (await answerOf(await decode({ ...fromUi, cookie }, body))).body.error;
  expect(await wrong({})).toMatchObject({ code: 'INVALID_INPUT', field: 'payloads' });
  expect(await wrong({ payloads: [{ data: 'ế' }] })).toMatchObject({ field: 'payloads.0.data' });
  expect(await wrong('{"payloads":')).toMatchObject({ code: 'INVALID_INPUT' });
});
