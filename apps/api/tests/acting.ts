import { randomUUID } from 'node:crypto';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { expect } from 'vitest';
import { type Answer, answerOf, type Player, type World } from './world.ts';

/** Vietnam has no summer time. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** What the API says of `path`; a refusal fails the test. */
export async function read(world: World, player: Player, path: string): Promise<Answer['body']> {
  const { status, body } = await world.call(player, 'GET', path);
  expect(status, path).toBe(200);
  return body;
}

/** Gives a command as of now, unless it says otherwise. */
export async function give(
  world: World,
  player: Player,
  path: string,
  command: Record<string, unknown>,
): Promise<Answer> {
  const { version, contentHash } = await read(world, 'office', path);
  return world.call(player, 'POST', `${path}/commands`, {
    commandId: randomUUID(),
    expectedVersion: version,
    ...(command['type'] === 'approve' ? { contentHash } : {}),
    ...command,
  });
}

/** Commands one after another, every one of which is taken. */
export async function carryOut(
  world: World,
  path: string,
  steps: readonly (readonly [Player, Record<string, unknown>])[],
): Promise<void> {
  for (const [player, command] of steps) {
    const answer = await give(world, player, path, command);
    expect(answer, JSON.stringify(command)).toMatchObject({ status: 200, body: { projected: true } });
  }
}

/** A call of `/trpc`: the result's data, or the rejection. */
export async function trpc(
  world: World,
  player: Player,
  path: string,
  input: unknown,
  method: 'GET' | 'POST' = 'POST',
): Promise<{ status: number; data: Answer['body']; rejection: Answer['body'] }> {
  const json = JSON.stringify(input);
  const query = method === 'GET' ? `?input=${encodeURIComponent(json)}` : '';
  const response = await fetch(`${world.url}/trpc/${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${await world.token(player)}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: json } : {}),
  });
  const { status, body } = await answerOf(response);
  return { status, data: body.result?.data, rejection: body.error?.data.rejection };
}

/** Rows of one kind sent as a JSON file by the programme office. */
export const upload = (world: World, kind: string, rows: readonly object[]): Promise<Answer> =>
  world.call('office', 'POST', `/imports?kind=${kind}`, rows);

/** A document of `home`, waiting for its plan; returns its path. */
export async function startDocument(world: World, change: object = {}): Promise<string> {
  const about = { type: 'circular', programme: world.programme, leadAgency: world.home };
  const code = uniqueCode('TT');
  const { status } = await world.call('lan', 'POST', '/documents', {
    code,
    ...about,
    title: 'Thông tư sửa đổi',
    ...change,
  });
  expect(status).toBe(201);
  return `/documents/${code}`;
}

export const codeOf = (path: string): string => path.split('/')[2] ?? '';

/** A plan of `home` (of `elsewhere` for the stranger) with these measures, each carried by `document`. */
export function startPlan(
  world: World,
  player: Player,
  measures: readonly { readonly procedureCode: string | undefined; readonly current?: object }[],
  document?: string,
): Promise<Answer> {
  const documents = document === undefined ? [] : [codeOf(document)];
  return world.call(player, 'POST', '/plans', {
    programme: world.programme,
    year: 2026,
    leadAgency: player === 'stranger' ? world.elsewhere : world.home,
    name: 'Phương án đơn giản hóa',
    measures: measures.map((measure) => ({ measure: 'cut-papers', documents, ...measure })),
  });
}

/** Signs a plan of `home` off. */
export const approvePlan = (world: World, plan: string): Promise<void> =>
  carryOut(world, plan, [
    ['lan', { type: 'submit' }],
    ['duc', { type: 'approve' }],
    ['minh', { type: 'approve' }],
  ]);

/** Takes a document whose plan has just been approved through drafting, appraisal and signing. */
export async function promulgate(world: World, document: string): Promise<void> {
  await expect
    .poll(async () => (await read(world, 'lan', document)).phase, { timeout: 10_000 })
    .toBe('drafting');
  const signed = { number: '12/2026/TT', signedOn: today(), inForceOn: today() };
  await carryOut(world, document, [
    ['lan', { type: 'submit' }],
    ['phap', { type: 'approve' }],
    ['lan', { type: 'submit' }],
    ['minh', { type: 'recordPromulgation', ...signed }],
  ]);
}

/** What follows the signing, up to the end. */
export const announce = (world: World, document: string, procedureCodes: readonly string[]): Promise<void> =>
  carryOut(world, document, [
    ['lan', { type: 'submit' }],
    ['minh', { type: 'recordAnnouncement', decisionNumber: '34/QĐ', signedOn: today(), procedureCodes }],
    ['duc', { type: 'recordDatabaseEntry', reference: 'CSDL-1', enteredOn: today(), procedureCodes }],
    ['duc', { type: 'recordDisplay', place: 'Trụ sở', displayedOn: today() }],
  ]);
