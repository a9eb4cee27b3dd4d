import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { getReport } from '../src/queries/reports/list-reports.ts';
import { askReport } from '../src/reports/ask-report.ts';
import { finishReport, giveUpReport, keepReportFile, noteProgress } from '../src/reports/make-report.ts';
import { saveProgramme } from '../src/catalogue/save-programme.ts';
import { SYSTEM } from '@tinhgon/rules/person';
import { afterAll, beforeAll, expect, test } from 'vitest';

let own: TestDatabase;
const now = '2026-11-27T00:00:00.000Z';
beforeAll(async () => {
  own = await createTestDatabase();
  const programme = { code: '896', nameVi: 'Đề án', nameEn: null, from: '2020-01-01', to: null };
  await saveProgramme(own.db, { ...programme, publicLicence: null }, { actor: SYSTEM, now });
});
afterAll(() => own.drop());

async function asked(): Promise<string> {
  const id = randomUUID();
  const days = { asAt: '2024-12-31', knownAt: now };
  const by = { id: 'lan', name: 'Lan' };
  const template = { template: 1, templateAsked: false };
  const about = { programme: '896', language: 'vi', ...days, ...template, momentAsked: true } as const;
  await askReport(own.db, { id, ...about, by, now });
  return id;
}

const file = (text: string) =>
  ({
    format: 'csv',
    annex: 'late',
    name: 'a.csv',
    mime: 'text/csv',
    data: Readable.from([Buffer.from(text)]),
  }) as const;

test('a try that was thought lost changes nothing of a report that was made meanwhile', async () => {
  const id = await asked();
  await noteProgress(own.db, id, 1, 2);
  await keepReportFile(own.db, id, file('đầu'));
  await finishReport(own.db, id, { simplified: 1, baseline: 2, figures: [] });
  const made = await getReport(own.db, id);
  expect(made).toMatchObject({ state: 'done', done: 2, sharePercent: 50, files: [{ annex: 'late' }] });

  await noteProgress(own.db, id, 1, 9);
  await expect(keepReportFile(own.db, id, file('sau'))).rejects.toThrow('not under way');
  await giveUpReport(own.db, id);
  await finishReport(own.db, id, { simplified: 7, baseline: 7, figures: [] });
  expect(await getReport(own.db, id)).toEqual(made);
});

test('a report that could not be made says so and keeps nothing', async () => {
  const id = await asked();
  await keepReportFile(own.db, id, file('nửa'));
  await giveUpReport(own.db, id);
  expect(await getReport(own.db, id)).toMatchObject({ state: 'failed', files: [] });
  expect(await own.db.selectFrom('report_file').selectAll().where('report', '=', id).execute()).toEqual([]);
});
