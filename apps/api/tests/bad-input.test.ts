import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trpc } from './acting.ts';
import { type Answer, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const good = () => ({
  programme: world.programme,
  leadAgency: world.home,
  year: 2026,
  name: 'Phương án',
  measures: [{ procedureCode: world.procedures[0], measure: 'amend' }],
});
const post = (body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer> =>
  world.call('lan', 'POST', '/plans', body, headers);
const refusal = (status: number, code: string, field?: string) => ({
  status,
  body: {
    error: {
      code,
      message: expect.any(String),
      logId: expect.any(String),
      ...(field === undefined ? {} : { field }),
    },
  },
});

describe('a plan with', () => {
  const measure = { procedureCode: '1.001', measure: 'amend' };
  test.each<[string, object, string, string]>([
    ['an unknown field', { surprise: 1 }, 'INVALID_INPUT', 'surprise'],
    ['an unknown field inside', { measures: [{ ...measure, x: 1 }] }, 'INVALID_INPUT', 'measures.0.x'],
    ['a number for a name', { name: 5 }, 'INVALID_INPUT', 'name'],
    ['no name', { name: undefined }, 'INVALID_INPUT', 'name'],
    ['a blank name', { name: ' \n ' }, 'INVALID_INPUT', 'name'],
    ['a 100-kB name', { name: 'ắ'.repeat(50_000) }, 'INVALID_INPUT', 'name'],
    ['a zero character', { name: 'a\u0000b' }, 'INVALID_INPUT', 'name'],
    ['a lone surrogate', { name: 'a\ud800b' }, 'INVALID_INPUT', 'name'],
    ['a text for the year', { year: '2026' }, 'INVALID_INPUT', 'year'],
    ['a far year', { year: 20_260 }, 'INVALID_INPUT', 'year'],
    ['half a year', { year: 2026.5 }, 'INVALID_INPUT', 'year'],
    ['a day that does not exist', { deadline: '2026-02-30' }, 'INVALID_DATE', 'deadline'],
    ['a far day', { deadline: '9999-12-31' }, 'DATE_OUT_OF_RANGE', 'deadline'],
    ['a day and a time', { deadline: '2026-02-03T00:00:00Z' }, 'INVALID_DATE', 'deadline'],
    ['a code that climbs', { code: '../../x' }, 'INVALID_INPUT', 'code'],
    ['a code in another form', { code: 'Đồ'.normalize('NFD') }, 'INVALID_INPUT', 'code'],
    [
      'an unknown measure',
      { measures: [{ ...measure, measure: 'burn' }] },
      'INVALID_INPUT',
      'measures.0.measure',
    ],
    ['a procedure twice', { measures: [measure, measure] }, 'INVALID_INPUT', 'measures.1.procedureCode'],
    [
      'a fee below nothing',
      { measures: [{ ...measure, proposed: { feeDong: -1 } }] },
      'INVALID_INPUT',
      'measures.0.proposed.feeDong',
    ],
    ['a list for an object', { measures: {} }, 'INVALID_INPUT', 'measures'],
  ])('%s', async (_what, change, code, field) => {
    expect(await post({ ...good(), ...change })).toMatchObject(refusal(400, code, field));
  });
});

describe('a body that', () => {
  test.each<[string, () => string | Uint8Array, number, string, string?]>([
    ['is not JSON', () => '{"name": ', 400, 'INVALID_INPUT'],
    ['is empty', () => '', 400, 'INVALID_INPUT'],
    ['is a list', () => '[]', 400, 'INVALID_INPUT'],
    ['is nothing', () => 'null', 400, 'INVALID_INPUT'],
    ['names a key twice', () => '{"name":"a","name":"b"}', 400, 'INVALID_INPUT', 'name'],
    ['is as deep as a well', () => `{"name":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 400, 'INVALID_INPUT'],
    ['reaches for the prototype', () => '{"__proto__":{"admin":true}}', 400, 'INVALID_INPUT', '__proto__'],
    [
      'is broken UTF-8',
      () => new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
      400,
      'INVALID_INPUT',
    ],
    ['is larger than the limit', () => JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'TOO_LARGE'],
  ])('%s', async (_what, body, status, code, field) => {
    const response = await fetch(`${world.url}/api/v1/plans`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token('lan')}`, 'content-type': 'application/json' },
      body: body() as string,
    });
    const answer = { status: response.status, headers: response.headers, body: await response.json() };
    expect(answer).toMatchObject(refusal(status, code, field));
  });

  test('is of another type', async () => {
    expect(await post('name=x', { 'content-type': 'text/plain' })).toMatchObject(
      refusal(415, 'UNSUPPORTED_FILE'),
    );
  });
});

describe('an address that', () => {
  test.each<[string, string, number, string, string?]>([
    ['nobody knows', '/nothing', 404, 'NOT_FOUND'],
    ['names no plan', '/plans/none', 404, 'NOT_FOUND'],
    ['is badly encoded', '/plans/%E0%A4%A', 400, 'INVALID_INPUT', 'path'],
    ['climbs', '/plans/..%2F..%2Fetc', 400, 'INVALID_INPUT', 'code'],
    ['is long', `/plans/${'x'.repeat(4_000)}`, 400, 'INVALID_INPUT', 'code'],
    ['holds a zero', '/plans/a%00b', 400, 'INVALID_INPUT', 'code'],
    ['has a far day', '/programmes/P896/totals?asAt=0001-01-01', 400, 'DATE_OUT_OF_RANGE', 'asAt'],
    ['has no day', '/programmes/P896/totals?asAt=today', 400, 'INVALID_DATE', 'asAt'],
    ['has a bad moment', '/programmes/P896/totals?knownAt=2024-01-01', 400, 'INVALID_INPUT', 'knownAt'],
    [
      'has a day twice',
      '/programmes/P896/totals?asAt=2024-01-01&asAt=2024-01-02',
      400,
      'INVALID_INPUT',
      'asAt',
    ],
    ['asks for what is not there', '/programmes/P896/totals?colour=red', 400, 'INVALID_INPUT', 'colour'],
    ['names no programme', '/programmes/none/totals', 404, 'NOT_FOUND'],
    ['has a bad status', '/procedures?status=maybe', 400, 'INVALID_INPUT', 'status'],
    ['wants no lines', '/procedures?limit=0', 400, 'INVALID_INPUT', 'limit'],
    ['searches for a zero', '/procedures?q=a%00', 400, 'INVALID_INPUT', 'q'],
    ['has a position that is none', '/events?after=-1', 400, 'INVALID_INPUT', 'after'],
    ['has a position out of reach', '/events?after=99999999999999999999', 400, 'INVALID_INPUT', 'after'],
  ])('%s', async (_what, path, status, code, field) => {
    expect(await world.call('lan', 'GET', path)).toMatchObject(refusal(status, code, field));
  });

  test('is asked for its options says them', async () => {
    const answer = await world.call('lan', 'OPTIONS', '/plans/x');
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect(await world.call('lan', 'DELETE', '/plans/x')).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});

test.each([2 ** 31, Number.MAX_SAFE_INTEGER - 1])('a version no database counts to: %d', async (version) => {
  const what = { of: 'chain', id: 'plan-minister', version };
  const replan = await world.call('office', 'POST', '/replan', { commandId: randomUUID(), what });
  expect(replan).toMatchObject(refusal(400, 'INVALID_INPUT', 'what.version'));
  const preview = await world.call('office', 'GET', `/chains/plan-minister/preview?version=${version}`);
  expect(preview).toMatchObject(refusal(400, 'INVALID_INPUT', 'version'));
});

describe('a cursor nobody gave', () => {
  const cursors = [
    'x',
    '%',
    '{}',
    'eyJhIjoxfQ',
    "' or 1=1 --",
    '9'.repeat(200),
    'null',
    '["2024-13-45","x"]',
  ];
  const lists = ['procedures.list', 'plans.list', 'documents.list', 'inbox.list'];
  test.each(lists.flatMap((list) => cursors.map((cursor) => [list, cursor] as const)))(
    '%s %s',
    async (list, cursor) => {
      const input = encodeURIComponent(JSON.stringify({ cursor }));
      const headers = { authorization: `Bearer ${await world.token('office')}` };
      const response = await fetch(`${world.url}/trpc/${list}?input=${input}`, { headers });
      expect([200, 400], await response.clone().text()).toContain(response.status);
    },
  );

  test.each<[string, unknown, object?]>([
    ['procedures.list', null],
    ['plans.list', ['2026-01-01', '\0'], { sort: 'due' }],
    ['plans.list', ['\0', 'x'], { sort: 'name' }],
    ['documents.list', ['2026-01-01', '\0'], { sort: 'due' }],
    ['documents.list', ['\0', 'x'], { sort: 'title' }],
    ['inbox.list', ['2026-01-01', '\0', 1, 'review']],
  ])('%s after a zero character %#', async (list, place, input) => {
    const cursor = place === null ? '\0' : Buffer.from(JSON.stringify(place)).toString('base64url');
    expect(await trpc(world, 'office', list, { ...input, cursor }, 'GET')).toMatchObject({
      status: 400,
      rejection: { code: 'INVALID_INPUT', field: 'cursor' },
    });
  });
});

test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00%2B14:00', '9999-12-31T23:59:59-14:00'])(
  'nothing is known at %s',
  async (knownAt) => {
    for (const path of ['/programmes/P896/totals', '/procedures']) {
      const answer = await world.call('lan', 'GET', `${path}?knownAt=${knownAt}`);
      expect(answer, path).toMatchObject(refusal(400, 'DATE_OUT_OF_RANGE', 'knownAt'));
    }
  },
);

describe('text is stored exactly:', () => {
  test.each([
    ['a formula', '=HYPERLINK("http://x","y")'],
    ['markup', '<script>alert(1)</script> & "quotes"'],
    ['a placeholder', '{{field}} $1 %s'],
    ['a quote', "Nghị định 09/2026'; drop table plan; --"],
    ['everything Vietnamese', 'Đơn giản hóa thủ tục đăng ký khai sinh, ưỡn ẹo'],
  ])('%s', async (_what, name) => {
    const { body } = await post({ ...good(), name: `${name}  ` });
    expect((await world.call('lan', 'GET', `/plans/${body.code}`)).body.name).toBe(name);
  });

  test('in one form, whichever it came in', async () => {
    const { body } = await post({ ...good(), name: 'Đăng ký hộ tịch'.normalize('NFD') });
    const { name } = (await world.call('lan', 'GET', `/plans/${body.code}`)).body;
    expect(name).toBe('Đăng ký hộ tịch'.normalize('NFC'));
  });
});

describe('a command with', () => {
  test.each<[string, object, string]>([
    ['no id', { commandId: undefined }, 'commandId'],
    ['an id that is none', { commandId: '1' }, 'commandId'],
    ['an unknown type', { type: 'explode' }, 'type'],
    ['no type', { type: undefined }, 'type'],
    ['a field of another command', { reason: 'x' }, 'reason'],
    ['an actor of its own', { actor: { id: 'minh' } }, 'actor'],
    ['facts of its own', { facts: {} }, 'facts'],
    ['a version below nothing', { expectedVersion: -1 }, 'expectedVersion'],
  ])('%s', async (_what, change, field) => {
    const command = { commandId: randomUUID(), expectedVersion: 1, type: 'submit', ...change };
    expect(await world.call('lan', 'POST', '/plans/x/commands', command)).toMatchObject(
      refusal(400, 'INVALID_INPUT', field),
    );
  });

  test('an idempotency key that is none', async () => {
    expect(await post(good(), { 'idempotency-key': 'again' })).toMatchObject(
      refusal(400, 'INVALID_INPUT', 'idempotency-key'),
    );
  });
});

test("errors speak the reader's language", async () => {
  const inEnglish = await world.call('lan', 'GET', '/nothing?lang=en');
  const accepted = await world.call('lan', 'GET', '/plans/none', undefined, { 'accept-language': 'en' });
  const inVietnamese = await world.call('lan', 'GET', '/plans/none');
  expect(inEnglish.body.error.message).toMatch(/not found/i);
  expect(accepted.body.error.message).toBe(inEnglish.body.error.message);
  expect(inVietnamese.body.error.message).toMatch(/Không tìm thấy/);
});

test('a request line that is no HTTP ends the connection, not the server', async () => {
  const { port } = new URL(world.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    let text = '';
    socket.on('data', (part) => {
      text += part.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
});
