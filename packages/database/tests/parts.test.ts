import type { Actor } from '@tinhgon/rules/actor';
import type { Level } from '@tinhgon/rules/vocabulary';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogueEventBody } from '../src/catalogue/event.ts';
import { writeCatalogue } from '../src/catalogue/write-catalogue.ts';
import { parts } from '../src/queries/where-it-stands/parts.ts';
import { rebuild } from '../src/record/rebuild.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const office: Actor = { id: 'o', name: 'O', agency: 'VPCP', roles: ['programme-office'], assignments: [] };
interface CatalogueChange {
  readonly subject: string;
  readonly body: CatalogueEventBody;
}
const write = (changes: readonly CatalogueChange[]) =>
  database.db
    .transaction()
    .execute((trx) => writeCatalogue(trx, changes, { actor: office, now: new Date().toISOString() }));
const saved = (code: string, level: Level, field: string): CatalogueChange => ({
  subject: `procedure/${code}`,
  body: {
    type: 'procedureSaved',
    procedure: {
      code,
      nameVi: code,
      nameEn: null,
      ministry: 'BTP',
      ministryFrom: '2020-01-01',
      level,
      field,
      users: null,
    },
  },
});

test('a procedure whose level and field are corrected moves from one part to the other, whole', async () => {
  await write([
    saved('1.001', 'province', 'Hộ tịch'),
    saved('1.002', 'province', 'Hộ tịch'),
    {
      subject: 'baseline/896/2024-01-01',
      body: {
        type: 'baselineSaved',
        baseline: {
          programme: '896',
          date: '2024-01-01',
          reason: 'Rà soát',
          procedureCodes: ['1.001', '1.002'],
        },
      },
    },
  ]);
  await write([saved('1.001', 'commune', 'Đất đai')]);
  const ask = async () => {
    const { byLevel, byField } = await parts(database.db, '896', {
      asAt: '2026-01-01',
      knownAt: '2100-01-01T00:00:00Z',
    });
    return { byLevel, byField };
  };
  const moved = {
    byLevel: [
      { level: 'province', baseline: 1, simplified: 0 },
      { level: 'commune', baseline: 1, simplified: 0 },
    ],
    byField: [
      { field: 'Đất đai', baseline: 1, simplified: 0 },
      { field: 'Hộ tịch', baseline: 1, simplified: 0 },
    ],
  };
  expect(await ask()).toEqual(moved);
  await rebuild(database.db);
  expect(await ask()).toEqual(moved);
});
