import type { Actor } from '@tinhgon/rules/actor';
import { mayReadDraft } from '@tinhgon/rules/policy';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectEvents } from '../src/events/project-events.ts';
import { readFileBytes } from '../src/files/read-file.ts';
import { CHUNK_BYTES, storeFile } from '../src/files/store-file.ts';
import { MAX_BYTES_A_DAY, reserveUpload, settleUpload } from '../src/files/uploads.ts';
import { mayReadFiles } from '../src/queries/files/file-to-read.ts';
import { maySeePlan as seesPlan } from '../src/queries/plans/visible-plans.ts';
import { type Draw, HEIR, PEOPLE, World } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = '2026-03-02T02:00:00.000Z';

test('bytes come back as they went in, whatever pieces they came in and whichever part is asked for', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 3 * CHUNK_BYTES }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(), fc.nat(), async (parts, one, other) => {
      const all = Buffer.concat(parts);
      const sha256 = `${all.length}-${one}-${other}`;
      async function* data() {
        for (const part of parts) yield Buffer.from(part);
      }
      await storeFile(database.db, { sha256, bytes: all.length, mime: 'image/png', data: data(), now: NOW });
      const [start = 0, end = 0] = [one % (all.length + 1), other % (all.length + 1)].toSorted(
        (a, b) => a - b,
      );
      const got: Buffer[] = [];
      for await (const piece of readFileBytes(database.db, sha256, { start, end })) got.push(piece);
      expect(Buffer.concat(got).equals(all.subarray(start, end))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('a file that breaks off on its way in leaves nothing', async () => {
  async function* data() {
    yield Buffer.alloc(CHUNK_BYTES);
    throw new Error('gone');
  }
  const file = {
    sha256: 'broken',
    bytes: 2 * CHUNK_BYTES,
    mime: 'image/png',
    data: data(),
    now: NOW,
  } as const;
  await expect(storeFile(database.db, file)).rejects.toThrow('gone');
  const rows = await database.db.selectFrom('file_blob').selectAll().where('sha256', '=', 'broken').execute();
  expect(rows).toEqual([]);
});

test('nobody sends more than their share of a day, however many at once', async () => {
  const part = MAX_BYTES_A_DAY / 4;
  const ids = await Promise.all(
    Array.from({ length: 6 }, () => reserveUpload(database.db, 'lan', part, NOW)),
  );
  expect(ids.filter((id) => id !== null)).toHaveLength(4);
  expect(await reserveUpload(database.db, 'duc', part, NOW)).not.toBeNull();
  await settleUpload(database.db, ids.find((id) => id !== null) ?? '', 0);
  expect(await reserveUpload(database.db, 'lan', part, NOW)).not.toBeNull();
  expect(await reserveUpload(database.db, 'lan', part, '2026-03-03T03:00:00.000Z')).not.toBeNull();
});

test('who reads the files of a document is the same in SQL as in the rules', async () => {
  const draw: fc.Arbitrary<Draw> = fc.record({
    subject: fc.nat(3),
    what: fc.nat(1_000),
    who: fc.nat(PEOPLE.length - 1),
    days: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(draw, { minLength: 40, maxLength: 120, size: 'max' }), async (draws) => {
      const own = await createTestDatabase();
      try {
        const world = new World();
        for (const one of draws) world.turn(one);
        for (const [subject, events] of world.events)
          await projectEvents(own.db, { subject, epoch: 1, events });
        const apart = (only: 'plan' | 'document') => (actor: Actor) => ({
          ...actor,
          id: `${actor.id}, for a ${only}`,
          agency: 'VP',
          assignments: actor.assignments.map((held) => ({ ...held, only })),
        });
        const readers = [HEIR, ...PEOPLE, ...PEOPLE.map(apart('plan')), ...PEOPLE.map(apart('document'))];
        for (const actor of readers) {
          for (const [code, state] of world.documents) {
            const plans = await Promise.all(
              Object.keys(state.links).map((plan) => seesPlan(own.db, actor, plan)),
            );
            const expected = mayReadDraft(
              actor,
              {
                leadAgency: state.leadAgency,
                signed: state.promulgation !== null,
                openSteps: state.steps,
                consulted: (state.consultations ?? []).map(({ agency }) => agency),
              },
              plans.includes(true),
            );
            expect(await mayReadFiles(own.db, actor, `document/${code}`), `${actor.id} ${code}`).toBe(
              expected,
            );
          }
          for (const code of world.plans.keys()) {
            const expected = await seesPlan(own.db, actor, code);
            expect(await mayReadFiles(own.db, actor, `plan/${code}`), `${actor.id} ${code}`).toBe(expected);
          }
        }
      } finally {
        await own.drop();
      }
    }),
    { numRuns: 4 },
  );
});
