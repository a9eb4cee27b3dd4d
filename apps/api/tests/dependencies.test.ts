import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approvePlan,
  carryOut,
  codeOf,
  promulgate,
  read,
  startDocument,
  startPlan,
  today,
  trpc,
  upload,
} from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
/** A document of `home` that plans of two ministries need. */
let shared: string;
let own: string;
let theirs: string;

beforeAll(async () => {
  world = await openWorld();
  shared = await startDocument(world);
  const [first, second, third] = world.procedures;
  const mine = await startPlan(world, 'lan', [{ procedureCode: first }, { procedureCode: second }], shared);
  own = mine.body.code;
  // Another ministry links the document to a plan of its own.
  const other = await startPlan(world, 'stranger', [{ procedureCode: third }], shared);
  theirs = other.body.code;
  await carryOut(world, `/plans/${theirs}`, [['stranger', { type: 'submit' }]]);
  await approvePlan(world, `/plans/${own}`);
}, 60_000);
afterAll(() => world?.stop());

test('any plan links to a document of another ministry', async () => {
  const office = await read(world, 'office', `/plans/${theirs}`);
  expect(office).toMatchObject({
    leadAgency: { code: world.elsewhere },
    documents: [{ code: codeOf(shared), leadAgency: { code: world.home } }],
  });
});

test('a document says what it holds, of every ministry; plans one may not see are only counted', async () => {
  const path = `${shared}/dependants`;
  const seen = await read(world, 'lan', path);
  expect(seen).toMatchObject({
    procedures: 3,
    held: { procedures: 3, plans: 2, ministries: 2 },
    total: 2,
    hidden: 1,
    plans: [{ code: own, procedures: 2 }],
  });
  expect(seen.byMinistry.map((one: { procedures: number }) => one.procedures)).toEqual([2, 1]);
  expect(JSON.stringify(seen)).not.toContain(theirs);
  expect(JSON.stringify(seen)).not.toContain(world.procedures[2]);
  const office = await read(world, 'office', path);
  expect(office).toMatchObject({ total: 3, hidden: 0, held: seen.held });
  const filtered = await read(world, 'office', `${path}?ministry=${world.elsewhere}`);
  expect(filtered.items).toMatchObject([
    { planCode: theirs, procedureCode: world.procedures[2], held: true },
  ]);
  const paged = await read(world, 'office', `${path}?limit=2`);
  const next = await read(world, 'office', `${path}?limit=2&cursor=${paged.nextCursor}`);
  expect([...paged.items, ...next.items]).toEqual(office.items);
});

test('the graph goes from document to procedures and on to their other documents', async () => {
  const seen = await read(world, 'lan', `/graph?focus=document/${codeOf(shared)}`);
  const kinds = (kind: string) => seen.nodes.filter((node: { kind: string }) => node.kind === kind);
  expect(kinds('document')).toMatchObject([{ code: codeOf(shared) }]);
  expect(kinds('procedure')).toHaveLength(2);
  expect(kinds('group')).toMatchObject([{ procedures: 1, opens: false }]);
  expect(seen.edges).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toContain(world.procedures[2]);
  const plan = await read(world, 'lan', `/graph?focus=plan/${own}`);
  expect(plan.edges).toHaveLength(2);
  const hidden = await world.call('lan', 'GET', `/graph?focus=plan/${theirs}`);
  expect(hidden).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  const wrong = await world.call('lan', 'GET', '/graph?focus=people/lan');
  expect(wrong).toMatchObject({ status: 400, body: { error: { code: 'INVALID_INPUT', field: 'focus' } } });
});

test('a procedure says which documents it waits for; evidence lets it go', async () => {
  const [first = '', second = ''] = world.procedures;
  const waits = async (code: string) =>
    (await trpc(world, 'duc', 'dependencies.waitsFor', { code }, 'GET')).data;
  expect(await waits(first)).toMatchObject([{ document: { code: codeOf(shared) }, complete: false }]);
  await promulgate(world, shared);
  expect((await read(world, 'lan', shared)).dates.dates).toMatchObject([
    { date: 'plannedSigning', first: null, actual: today() },
    { date: 'plannedInForce', first: null, actual: today() },
  ]);
  await carryOut(world, shared, [['lan', { type: 'submit' }]]);
  await carryOut(world, shared, [
    [
      'minh',
      { type: 'recordAnnouncement', decisionNumber: '1/QĐ', signedOn: today(), procedureCodes: [first] },
    ],
    [
      'duc',
      { type: 'recordDatabaseEntry', reference: 'CSDL-9', enteredOn: today(), procedureCodes: [first] },
    ],
  ]);
  expect(await waits(first)).toMatchObject([{ complete: true }]);
  expect(await waits(second)).toMatchObject([{ complete: false }]);
  const left = await read(world, 'lan', `${shared}/dependants`);
  expect(left).toMatchObject({ procedures: 3, held: { procedures: 2 } });
  expect(left.items).toMatchObject([{ procedureCode: second }]);
});

test('786 procedures are a few groups, and each of them is reached by opening groups', async () => {
  const codes = Array.from({ length: 786 }, (_, index) => `7.${String(index).padStart(3, '0')}`);
  const fields = ['Hộ tịch', 'Chứng thực', 'Căn cước'];
  const rows = codes.map((code, index) => ({
    code,
    nameVi: `Thủ tục ${code}`,
    ministry: world.home,
    field: fields[index % 3],
  }));
  expect(await upload(world, 'procedures', rows)).toMatchObject({ status: 200 });
  const large = await startDocument(world);
  const { body } = await startPlan(
    world,
    'lan',
    codes.map((procedureCode) => ({ procedureCode })),
    large,
  );
  await carryOut(world, `/plans/${body.code}`, [['lan', { type: 'submit' }]]);
  const address = `/graph?focus=document/${codeOf(large)}`;
  type Node = { id: string; kind: string; code: string; label: string; by: string; procedures: number };
  const nodesOf = async (open?: string): Promise<Node[]> =>
    (await read(world, 'lan', open ? `${address}&open=${encodeURIComponent(open)}` : address)).nodes;
  const groups = (nodes: readonly Node[]) => nodes.filter(({ kind }) => kind === 'group');

  const first = await nodesOf();
  expect(first).toHaveLength(4);
  expect(groups(first).map(({ by, label, procedures }) => [by, label, procedures])).toEqual(
    fields.map((field) => ['field', field, 262]),
  );
  const reached = new Set<string>();
  for (const field of groups(first)) {
    const parts = groups(await nodesOf(field.id)).filter(({ id }) => id.startsWith(`${field.id}/`));
    expect(parts).toHaveLength(9);
    for (const part of parts) {
      for (const node of await nodesOf(part.id)) if (node.kind === 'procedure') reached.add(node.code);
    }
  }
  expect([...reached].toSorted()).toEqual(codes);
}, 120_000);
