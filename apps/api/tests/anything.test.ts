import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLS } from '../src/v1/calls.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const RUNS = 150;
/** The same requests at every run; `npm run -s fuzz` makes others, and many more of them. */
const SEED = 896;
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    'null',
    '9'.repeat(40),
    '%',
    "'",
    '\\',
    '${x}',
    '1.001',
    'P896',
    '2024-01-01',
    '\u0000',
  ),
);
const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), word, fc.integer(), fc.double(), fc.constant(null));
const FIELDS = [
  'code',
  'name',
  'year',
  'type',
  'title',
  'measures',
  'programme',
  'leadAgency',
  'coAgencies',
  'deadline',

  'commandId',
  'expectedVersion',
  'contentHash',
  'reason',
  'to',
  'content',
  'procedureCodes',
  'documentCode',
  'evidenceId',
  'signedOn',
  'inForceOn',
  'number',
  'shortened',
  'approvalLevel',
];
const TYPES = [
  'saveContent',
  'submit',
  'approve',
  'return',
  'reassign',
  'linkDocument',
  'recordPromulgation',
  'circular',
];

/** Half-right bodies get further than random ones. */
const body = () =>
  fc.oneof(
    value,
    fc
      .tuple(fc.dictionary(fc.constantFrom(...FIELDS), value), fc.dictionary(word, value, { maxKeys: 1 }))
      .map(([known, unknown]) => ({
        programme: world.programme,
        leadAgency: world.home,
        commandId: crypto.randomUUID(),
        expectedVersion: 1,
        ...known,
        ...unknown,
      })),
    fc.record({
      commandId: fc.uuid(),
      expectedVersion: fc.nat(3),
      type: fc.constantFrom(...TYPES),
    }),
  );

test.each(CALLS.map((call) => [`${call.method} ${call.path}`, call] as const))(
  '%s: whatever is sent, nothing is answered by a failure of ours',
  async (_name, call) => {
    await fc.assert(
      fc.asyncProperty(word, word, word, body(), async (inPath, key, inQuery, sent) => {
        const path = call.path.replaceAll(/\{\w+\}/g, encodeURIComponent(wellFormed(inPath) || 'x'));
        const names = [...Object.keys(call.query.shape), wellFormed(key)];
        const query = new URLSearchParams([[names[key.length % names.length] ?? '', wellFormed(inQuery)]]);
        const post = call.method === 'post';
        const answer = await world.call(
          'lan',
          call.method.toUpperCase(),
          post ? path : `${path}?${query.toString()}`,
          post ? JSON.stringify(sent) : undefined,
        );
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
        const told = call.answer.safeParse(answer.body);
        if (answer.status < 300) expect([answer.status, told.error]).toEqual([call.status, undefined]);
        if (answer.status >= 400) {
          expect(answer.body.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

/** Half a surrogate pair cannot be put into an address. */
const wellFormed = (text: string): string => text.toWellFormed();
