import type { KnownCodes } from '@tinhgon/database/imports/known-codes';
import type { Actor } from '@tinhgon/rules/actor';
import type { ImportKind } from '@tinhgon/rules/views/import';
import { describe, expect, test } from 'vitest';
import { checkTable } from './check-table.ts';
import { kindOfImport } from './kinds/all-kinds.ts';
import { readCsv } from './read/read-csv.ts';
import { readJsonTable } from './read/read-json.ts';
import type { Table } from './table.ts';

const known: KnownCodes = {
  agencies: new Map([
    ['BTP', { kind: 'ministry', from: '2011-01-01', to: null }],
    ['BCA', { kind: 'ministry', from: '2011-01-01', to: null }],
    ['BLDTBXH', { kind: 'ministry', from: '2011-01-01', to: '2025-02-28' }],
  ]),
  programmes: new Set(['896']),
  procedures: new Set(['1.001', '1.002', '1.003']),
  documents: new Map([
    ['TT-1', { phase: 'done', signedOn: '2024-03-01' }],
    ['TT-2', { phase: 'waiting', signedOn: null }],
  ]),
  plans: new Set(['BTP-1']),
  people: new Set(['lan']),
  wages: new Map([['LUONG 1', 50_000]]),
  indicators: new Map(),
};
const TODAY = '2026-11-22';
const OFFICE: Actor = { id: 'o', name: 'O', agency: 'VPCP', roles: ['programme-office'], assignments: [] };

const check = async (kind: ImportKind, table: Table) =>
  checkTable(kindOfImport(kind), table, { known, today: TODAY, actor: OFFICE }, () => undefined);
const csv = (text: string) => readCsv(Buffer.from(text));
const json = (value: unknown) => readJsonTable(Buffer.from(JSON.stringify(value)));
const found = async (kind: ImportKind, table: Table) =>
  (await check(kind, table)).findings.map(({ row, column, code }) => [row, column, code]);

describe('headings', () => {
  test.each([
    ['code,nameVi,ministry\n1.001,Đăng ký khai sinh,BTP'],
    ['Mã,Tên,Cơ quan quản lý\n1.001,Đăng ký khai sinh,BTP'],
    ['MA;TEN;CO QUAN QUAN LY\n1.001;Đăng ký khai sinh;BTP'],
    ['Code\tName\tAgency in charge\n1.001\tĐăng ký khai sinh\tBTP'],
    ['\ufeffcode,nameVi,ministry\r\n1.001,Đăng ký khai sinh,BTP\r\n'],
  ])('%j says the same', async (text) => {
    const { rows, findings } = await check('procedures', csv(text));
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([{ code: '1.001', nameVi: 'Đăng ký khai sinh', ministry: 'BTP' }]);
  });

  test('missing, unknown and repeated ones are named', async () => {
    expect(await found('procedures', csv('code,code,colour\n1,2,3'))).toEqual([
      [1, 'code', 'DUPLICATE'],
      [1, null, 'UNKNOWN_COLUMN'],
      [1, 'nameVi', 'MISSING_COLUMN'],
      [1, 'ministry', 'MISSING_COLUMN'],
    ]);
  });
});

test('rows keep their numbers past empty ones and newlines in quotes', async () => {
  const text = 'code,nameVi,ministry\n\n1.001,"Đăng ký\nkhai sinh",BTP\n,,\n1.002,Kết hôn,KHONG\n';
  expect(await found('procedures', csv(text))).toEqual([[5, 'ministry', 'UNKNOWN_AGENCY']]);
});

test('a code may stand twice only for another agency from another day', async () => {
  const text = 'code,nameVi,ministry,ministryFrom\na,A,BTP,\na,A,BCA,01/03/2025\na,A,BCA,\n';
  expect(await found('procedures', csv(text))).toEqual([[4, 'code', 'DUPLICATE']]);
});

test('every problem of a row is found at once', async () => {
  const text = [
    'code,type,title,programme,leadAgency,number,signedOn,inForceOn,step',
    'TT-9,Thông tư,,897,BLDTBXH,1/2026/TT,01/02/2026,01/01/2026,',
    'TT-8,Công văn,Tên,896,BTP,,32/01/2026,,appraisal',
    'TT-7,circular,Tên,896,BTP,,,,verification',
    'TT-6,circular,Tên,896,BTP,,,,draft-announcement',
    'TT-5,circular,Tên,896,BTP,1,01/01/2027,01/02/2027,',
  ].join('\n');
  expect(await found('documents', csv(text))).toEqual([
    [2, 'title', 'REQUIRED'],
    [2, 'programme', 'UNKNOWN_PROGRAMME'],
    [2, 'inForceOn', 'DATE_ORDER'],
    [2, 'leadAgency', 'UNKNOWN_AGENCY'],
    [3, 'type', 'NOT_IN_LIST'],
    [3, 'signedOn', 'INVALID_DATE'],
    [3, 'number', 'REQUIRED'],
    [3, 'inForceOn', 'REQUIRED'],
    [3, 'stepSince', 'REQUIRED'],
    [4, 'stepSince', 'REQUIRED'],
    [4, 'step', 'NOT_IN_LIST'],
    [5, 'stepSince', 'REQUIRED'],
    [5, 'number', 'REQUIRED'],
    [6, 'signedOn', 'DATE_IN_FUTURE'],
  ]);
});

test('evidence needs a promulgated document, known codes and dates in order', async () => {
  const text = [
    'documentCode,procedureCode,measure,planCode,announcementNumber,announcedOn,databaseReference,enteredOn',
    'TT-1,1.001,bãi bỏ,BTP-1,1/QĐ,2024-04-10,CSDL-1,2024-04-12',
    'TT-1,1.001,abolish,,1/QĐ,2024-04-10,CSDL-1,2024-04-12',
    'TT-2,1.002,abolish,,1/QĐ,2024-04-10,CSDL-1,2024-04-12',
    'TT-3,1.009,abolish,BTP-9,1/QĐ,2024-04-10,CSDL-1,2024-04-01',
  ].join('\n');
  expect(await found('evidence', csv(text))).toEqual([
    [3, 'procedureCode', 'DUPLICATE'],
    [4, 'documentCode', 'CONFLICT'],
    [5, 'documentCode', 'UNKNOWN_DOCUMENT'],
    [5, 'procedureCode', 'UNKNOWN_PROCEDURE'],
    [5, 'planCode', 'NOT_FOUND'],
    [5, 'enteredOn', 'DATE_ORDER'],
  ]);
});

describe('plans', () => {
  const plan = {
    code: 'BTP-2',
    programme: '896',
    year: '2026',
    name: 'Hộ tịch',
    leadAgency: 'BTP',
    deadline: '31/12/2026',
  };
  const measures = [
    { procedureCode: '1.001', measure: 'cut-papers', documents: ['TT-2', 'TT-1'] },
    { procedureCode: '1.002', measure: 'put-online', documents: 'TT-1' },
  ];
  const expected = [
    {
      code: 'BTP-2',
      name: 'Hộ tịch',
      deadline: '2026-12-31',
      phase: 'drafting',
      step: 'review',
      measures: [
        { procedureCode: '1.001', measure: 'cut-papers', documents: ['TT-1', 'TT-2'] },
        { procedureCode: '1.002', measure: 'put-online', documents: ['TT-1'] },
      ],
    },
  ];

  test('one line for each procedure; lines below belong to the plan above them', async () => {
    const text = [
      'code,programme,year,name,leadAgency,deadline,procedureCode,measure,documents',
      'BTP-2,896,2026,Hộ tịch,BTP,31/12/2026,1.001,cut-papers,"TT-2, TT-1"',
      ',,,,,,1.002,trực tuyến,TT-1',
    ].join('\n');
    expect(await check('plans', csv(text))).toMatchObject({ findings: [], rows: expected });
  });

  test('json may nest the measures', async () => {
    expect(await check('plans', json([{ ...plan, measures }]))).toMatchObject({
      findings: [],
      rows: expected,
    });
  });

  test('a cost sheet with a wage that is known', async () => {
    const { findings, rows } = await check(
      'plans',
      json([{ ...plan, ...measures[0], cost: costAt(1, 50_000) }]),
    );
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([{ measures: [{ cost: costAt(1, 50_000) }] }]);
  });

  test('proposed content from columns', async () => {
    const line = {
      ...plan,
      ...measures[0],
      proposedPapers: 'Tờ khai; Ảnh',
      proposedTimeLimitDays: '3',
      proposedFeeDong: '8.000',
    };
    const { rows } = await check('plans', json([line]));
    expect(rows).toMatchObject([
      {
        measures: [
          {
            proposed: {
              papers: [{ name: 'Tờ khai' }, { name: 'Ảnh' }],
              timeLimit: { days: 3, unit: 'calendar' },
              feeDong: 8_000,
            },
          },
        ],
      },
    ]);
  });

  test.each([
    [{ step: 'quality-check', phase: 'drafting', stepSince: '2026-11-01' }, 'step', 'CONFLICT'],
    [{ phase: 'submitted' }, 'phase', 'CONFLICT'],
    [{ step: 'quality-check' }, 'stepSince', 'REQUIRED'],
    [{ year: 'twenty' }, 'year', 'NOT_A_NUMBER'],
    [{ drafter: 'nobody' }, 'drafter', 'UNKNOWN_PERSON'],
    [{ coAgencies: 'BCA; BXX' }, 'coAgencies', 'UNKNOWN_AGENCY'],
    [{ reviewOn: '2027-01-01' }, 'deadline', 'DATE_ORDER'],
    [{ documents: 'TT-404' }, 'documents', 'UNKNOWN_DOCUMENT'],
    [{ name: 'x'.repeat(501) }, 'name', 'INVALID_INPUT'],
    [{ proposed: { papers: 'all' } }, 'proposed', 'INVALID_INPUT'],
    [{ cost: { current: 5 } }, 'cost', 'INVALID_INPUT'],
    [{ cost: costAt(2, 50_000) }, 'cost', 'UNKNOWN_WAGE'],
    [{ cost: costAt(1, 50_001) }, 'cost', 'UNKNOWN_WAGE'],
  ])('%j is refused at %s as %s', async (change, column, code) => {
    const table = json([{ ...plan, ...measures[0], ...change }]);
    expect(await found('plans', table)).toContainEqual([1, column, code]);
  });
});

function costAt(version: number, dongPerHour: number) {
  const amount = { by: 'time', minutes: 90, wage: { parameter: 'LUONG', version, dongPerHour } };
  const side = {
    lines: [{ key: 'TK', kind: 'paper', name: 'Tờ khai', amount }],
    timesAYear: 1,
    subjectsAYear: 10,
  };
  return { current: side, proposed: side, reestimated: { lines: [], times: false, subjects: false } };
}
