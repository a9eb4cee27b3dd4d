import { samplePdf } from '@tinhgon/test-kit/sample-files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLS } from '../src/v1/calls.ts';
import { startDocument, startPlan } from './acting.ts';
import { send } from './attaching.ts';
import { routesOf } from './routes-of.ts';
import { answerOf, openWorld, type Player, PLAYERS, type World } from './world.ts';

let world: World;
let document: string;
let plan: string;
let campaign: string;
let report: string;
let file: string;
const fields = { step: 'review', kind: 'other' };
beforeAll(async () => {
  world = await openWorld({ wholeCast: true });
  document = await startDocument(world);
  const started = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${started.body.code}`;
  file = (await send(world, 'lan', plan, samplePdf('x'), { fields })).body.fileId;
  const asked = { title: 'Rà soát', question: 'Còn gì?', asks: 'chosen', agencies: [world.home] };
  campaign = (await world.call('office', 'POST', '/campaigns', { ...asked, answerBy: '2090-01-01' })).body
    .code;
  const order = { id: crypto.randomUUID(), programme: world.programme, asAt: '2024-12-31' };
  report = (await world.call('office', 'POST', '/reports', order)).body.id;
});
afterAll(() => world?.stop());

type Ask = () => { readonly method?: 'POST'; readonly path: string; readonly body?: unknown };
/** Of another ministry, and holding nothing of this plan's steps. */
const OUTSIDERS = ['stranger', 'neighbour'] as const;
const KEEPERS = ['office'] as const;
/** Who report figures for their agency, and import those. */
const REPORTERS = ['lan', 'duc', 'hoa', 'stranger', 'neighbour'] as const;
const but = (...may: readonly Player[]) => PLAYERS.filter((player) => !may.includes(player));
const answering = (status: number, players: readonly Player[]) =>
  Object.fromEntries(players.map((player) => [player, status]));

const csv = 'Mã\n';
const form = (step = 'review') => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...fields, step })) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(samplePdf('y'))]), 'x.pdf');
  return data;
};
const signedCopy = () => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ number: '1/BC', signedOn: '2025-01-05' }))
    data.append(name, value);
  data.append('file', new Blob([new Uint8Array(samplePdf('z'))]), 'x.pdf');
  return data;
};
/** A request of each route that streams, and the status of those who may not; everybody else's is below 300, or `else`. */
const ROUTES: Record<
  string,
  { ask: Ask; refused: Partial<Record<Player, number>>; else?: readonly number[] }
> = {
  'GET /audit/checkpoints': { ask: () => ({ path: '/audit/checkpoints' }), refused: {} },
  // None is signed yet.
  'GET /audit/checkpoints/:day': {
    ask: () => ({ path: '/audit/checkpoints/latest' }),
    refused: answering(404, PLAYERS),
  },
  'GET /audit/:kind/:code': {
    ask: () => ({ path: `/audit${plan.replace('plans', 'plan')}` }),
    refused: answering(404, OUTSIDERS),
  },
  'GET /bottlenecks/export': { ask: () => ({ path: '/bottlenecks/export' }), refused: {} },
  'GET /campaigns/:code/export': { ask: () => ({ path: `/campaigns/${campaign}/export` }), refused: {} },
  'GET /indicators/export': {
    ask: () => ({ path: `/indicators/export?programme=${world.programme}` }),
    refused: {},
  },
  'GET /indicators/:code/export': {
    ask: () => ({ path: '/indicators/none/export' }),
    refused: answering(404, PLAYERS),
  },
  'GET /imports/template': {
    ask: () => ({ path: '/imports/template?kind=procedures' }),
    refused: answering(403, but(...KEEPERS)),
  },
  'POST /imports': {
    ask: () => ({ method: 'POST', path: '/imports?kind=procedures&dryRun=true', body: csv }),
    refused: answering(403, but(...KEEPERS)),
    else: [200, 422],
  },
  'POST /imports/look': {
    ask: () => ({ method: 'POST', path: '/imports/look?kind=procedures', body: csv }),
    refused: answering(403, but(...KEEPERS)),
    else: [200, 422],
  },
  'POST /imports/mapped': {
    ask: () => ({ method: 'POST', path: '/imports/mapped?dryRun=true', body: csv }),
    refused: answering(403, but(...KEEPERS, ...REPORTERS)),
    // It needs a form with an order: heard by whom it is for.
    else: [400],
  },
  'POST /plans/:code/files': {
    ask: () => ({ method: 'POST', path: `${plan}/files`, body: form() }),
    refused: {
      ...answering(404, OUTSIDERS),
      ...answering(403, ['duc', 'minh', 'phap', 'office', 'admin', 'auditor', 'supervisor', 'tham']),
    },
  },
  'POST /documents/:code/files': {
    ask: () => ({ method: 'POST', path: `${document}/files`, body: form('draft') }),
    refused: {
      ...answering(404, OUTSIDERS),
      ...answering(403, ['duc', 'minh', 'phap', 'office', 'admin', 'auditor', 'supervisor', 'tham']),
    },
    else: [201, 409],
  },
  'GET /files/:id/:version': {
    ask: () => ({ path: `/files/${file}/1` }),
    refused: answering(404, OUTSIDERS),
  },
  'GET /reports/:id/files/:name': {
    // Reports are everybody's; this one has no such file.
    ask: () => ({ path: `/reports/${report}/files/none.docx` }),
    refused: answering(404, PLAYERS),
  },
  'POST /reports/:id/signatures/file': {
    ask: () => ({ method: 'POST', path: `/reports/${report}/signatures/file`, body: signedCopy() }),
    refused: answering(403, but(...KEEPERS)),
    // It may not be made yet.
    else: [201, 409],
  },
  'GET /reports/:id/signatures/:version/file': {
    ask: () => ({ path: `/reports/${report}/signatures/9/file` }),
    refused: answering(404, PLAYERS),
  },
  'GET /plans/:code/papers/submission.docx': {
    ask: () => ({ path: `${plan}/papers/submission.docx` }),
    refused: answering(404, OUTSIDERS),
  },
  'GET /documents/:code/papers/announcement-decision.docx': {
    ask: () => ({ path: `${document}/papers/announcement-decision.docx` }),
    refused: answering(404, OUTSIDERS),
  },
  'GET /documents/:code/papers/consultation-notice.docx': {
    ask: () => ({ path: `${document}/papers/consultation-notice.docx` }),
    refused: answering(404, OUTSIDERS),
  },
  'GET /documents/:code/consultation.csv': {
    ask: () => ({ path: `${document}/consultation.csv` }),
    refused: answering(403, OUTSIDERS),
  },
  // For whom nothing is hidden in the app either; administrators keep the system and read nobody's plans.
  'POST /codec/decode': {
    ask: () => ({ method: 'POST', path: '/codec/decode', body: '{"payloads":[]}' }),
    refused: answering(403, but('office', 'auditor', 'supervisor')),
  },
};

const placeOf = (path: string): string => (path.startsWith('/codec/') ? path : `/api/v1${path}`);

/** Open to everybody, each for its reason. */
const OPEN = [
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /auth/sign-in',
  'GET /auth/callback',
  'POST /auth/sign-out',
  'GET /auth/sign-out',
  'POST /auth/sign-out-everywhere',
  'GET /calendar/:file',
  'GET /api/v1',
  'GET /api/v1/',
  'GET /api/v1/openapi.json',
  'GET /.well-known/tinhgon-keys.json',
  'GET /api/public/programmes',
  'GET /api/public/programmes/:code',
];

test('every route of the server has a rule: of the router, of this table, or open for a reason', () => {
  const v1 = CALLS.map(
    (call) => `${call.method.toUpperCase()} /api/v1${call.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  const streams = Object.keys(ROUTES).map((route) => {
    const [method, path = ''] = route.split(' ');
    return `${method} ${placeOf(path)}`;
  });
  const trpc = ['GET /trpc/:path', 'POST /trpc/:path'];
  const known = new Set([...v1, ...streams, ...trpc, ...OPEN]);
  expect(routesOf(world).length).toBeGreaterThan(120);
  const ruled = (route: string) =>
    known.has(route) || /^GET \/api\/public\/programmes\/:code\/\w+\.csv$/.test(route);
  expect(routesOf(world).filter((route) => !ruled(route))).toEqual([]);
  expect([...known].filter((route) => !routesOf(world).includes(route) && route !== 'GET /api/v1/')).toEqual(
    [],
  );
});

async function ask(player: Player | 'unknown' | null, { method, path, body }: ReturnType<Ask>) {
  const headers: Record<string, string> =
    player === null ? {} : { authorization: `Bearer ${await world.token(player)}` };
  if (typeof body === 'string') headers['content-type'] = body === csv ? 'text/csv' : 'application/json';
  const init = { headers, ...(method ? { method, body: body as string } : {}) };
  return await answerOf(await fetch(`${world.url}${placeOf(path)}`, init));
}

describe.each(Object.entries(ROUTES))('%s', (_route, { ask: request, refused, else: otherwise }) => {
  test('signed out, and signed in but entered by nobody', async () => {
    expect(await ask(null, request())).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    expect(await ask('unknown', request())).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    });
  });

  test.each(PLAYERS)('%s', async (player) => {
    const { status, body } = await ask(player, request());
    const said = JSON.stringify(body?.error ?? '');
    if (refused[player] !== undefined) expect(status, said).toBe(refused[player]);
    else expect(otherwise ?? [200, 201], said).toContain(status);
  });
});
