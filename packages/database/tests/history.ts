import { baselineAt, countsOn } from '@tinhgon/rules/counting';
import { addDays, type LegalDate, startOfDay } from '@tinhgon/rules/days';
import fc from 'fast-check';
import { keepAgencies } from '../src/catalogue/agencies-in-charge.ts';
import { countAnew } from '../src/counting/count-anew.ts';
import { countProposed } from '../src/counting/count-proposed.ts';
import { insertRows } from '../src/insert-rows.ts';
import type { Db } from '../src/schema.ts';

const BEGINNING = '2020-01-01T00:00:00.000Z';
export const PROCEDURES = ['1.001', '1.002', '1.003', '1.004', '1.005'];
export const DOCUMENTS = ['TT-1', 'TT-2', 'ND-3'];
export const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2023-01-01', n));
export const moment = day.map((on) => startOfDay(on));
const some = <T>(list: readonly T[]) => fc.subarray([...list]);

/** What a year costs by a sheet, in đồng; one makes it dearer. */
export const SHEETS = [
  { hash: 'A', current: 1_000, proposed: 300, real: 700, estimate: 0 },
  { hash: 'B', current: 9_007_199_254, proposed: 1, real: 9_007_199_000, estimate: 253 },
  { hash: 'C', current: 5, proposed: 12, real: -7, estimate: 0 },
] as const;

/** A fact of evidence: its date, when it became known, and when a correction took its place. */
const fact = fc
  .record({ date: day, from: moment, life: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }) })
  .map(({ date, from, life }) => ({
    date,
    recorded_at: from,
    superseded_at: life === null ? null : new Date(Date.parse(from) + life * 86_400_000).toISOString(),
  }));
export const history = fc.record({
  links: fc.uniqueArray(
    fc.record({
      procedure: fc.constantFrom(...PROCEDURES),
      document: fc.constantFrom(...DOCUMENTS),
      known: fact,
    }),
    { selector: ({ procedure, document }) => `${procedure} ${document}`, maxLength: 10 },
  ),
  inForce: fc.dictionary(fc.constantFrom(...DOCUMENTS), fact),
  announced: fc.array(
    fc.record({ document: fc.constantFrom(...DOCUMENTS), procedures: some(PROCEDURES), fact }),
    { maxLength: 5 },
  ),
  entered: fc.array(
    fc.record({ document: fc.constantFrom(...DOCUMENTS), procedures: some(PROCEDURES), fact }),
    { maxLength: 5 },
  ),
  baselines: fc.uniqueArray(fc.record({ date: day, recordedAt: moment, members: some(PROCEDURES) }), {
    selector: ({ date }) => date,
    maxLength: 3,
  }),
  /** Sheets of measures, of some procedures and for some time. */
  costs: fc.uniqueArray(
    fc.record({ procedure: fc.constantFrom(...PROCEDURES), sheet: fc.constantFrom(...SHEETS), known: fact }),
    { selector: ({ procedure }) => procedure, maxLength: 5 },
  ),
  /** When it became known which agencies have the procedures from March 2024 on. */
  moved: moment,
  asAt: day,
  knownAt: moment,
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
export type Known = { readonly recorded_at: string; readonly superseded_at: string | null };

/** Writes a history to an empty database, in place of the one there was. */
export async function write(db: Db, h: History): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of [
      'evidence_procedure',
      'evidence',
      'link',
      'baseline_member',
      'baseline',
      'procedure_ministry',
      'procedure_ministries',
      'agencies_in_turn',
      'counted_period',
      'count_cell',
      'measure_cell',
      'proposed_cell',
      'cost_period',
      'measure_cost',
      'part_cell',
      'procedure',
      'plan',
      'document',
      'agency',
      'programme',
    ] as const) {
      await trx.deleteFrom(table).execute();
    }
    await insertRows(trx, 'programme', [
      { code: '896', name_vi: 'Đề án 896', name_en: null, from: '2013-01-01', to: null },
    ]);
    await insertRows(
      trx,
      'agency',
      ['BTP', 'BCA', 'BNV'].map((code) => ({
        code,
        name_vi: code,
        name_en: null,
        kind: 'ministry',
        parent: null,
        from: '1945-09-02',
        to: null,
        successor: null,
        search: code,
      })),
    );
    await insertRows(
      trx,
      'procedure',
      PROCEDURES.map((code, n) => ({
        code,
        name_vi: `Thủ tục ${code}`,
        name_en: null,
        field: [null, 'Hộ tịch', 'Đất đai'][n % 3] ?? null,
        level: [null, 'province' as const, 'commune' as const, 'commune' as const][n % 4] ?? null,
        users: null,
        search: code,
      })),
    );
    await insertRows(
      trx,
      'procedure_ministry',
      PROCEDURES.flatMap((procedure_code, n) => [
        { procedure_code, from: '2020-01-01', ministry: n % 2 ? 'BTP' : 'BCA' },
        { procedure_code, from: '2024-03-01', ministry: n % 3 ? 'BTP' : 'BNV' },
      ]),
    );
    await keepAgencies(
      trx,
      PROCEDURES.flatMap((procedureCode, n) => [
        { procedureCode, from: '2020-01-01', ministry: n % 2 ? 'BTP' : 'BCA', writtenAt: BEGINNING },
        { procedureCode, from: '2024-03-01', ministry: n % 3 ? 'BTP' : 'BNV', writtenAt: h.moved },
      ]),
    );
    await insertRows(
      trx,
      'document',
      DOCUMENTS.map((code) => ({
        code,
        programme: '896',
        type: code.startsWith('ND') ? 'decree' : 'circular',
        number: code,
        title: code,
        lead_agency: 'BTP',
        phase: 'done',
        signed_on: null,
        in_force_on: null,
        planned_in_force_on: null,
        procedures: 0,
        search: code,
        state: {},
      })),
    );
    await insertRows(trx, 'plan', [
      {
        code: 'P',
        programme: '896',
        year: 2023,
        name: 'P',
        lead_agency: 'BTP',
        co_agencies: [],
        phase: 'approved',
        deadline: null,
        content: '',
        editors: [],
        taken_part: [],
        search: 'p',
        state: {},
      },
    ]);
    await insertRows(
      trx,
      'link',
      h.links.map(({ procedure, document, known }) => ({
        plan_code: 'P',
        procedure_code: procedure,
        document_code: document,
        known_from: known.recorded_at,
        known_to: known.superseded_at,
        measure: document === 'TT-2' ? 'abolish' : 'amend',
        programme: '896',
      })),
    );
    await insertRows(
      trx,
      'measure_cost',
      SHEETS.map(({ hash, ...year }) => ({
        measure_hash: hash,
        current_run: 0,
        proposed_run: 0,
        ...year,
        sheet: {},
      })),
    );
    await insertRows(
      trx,
      'cost_period',
      h.costs.map(({ procedure, sheet, known }) => ({
        plan_code: 'P',
        procedure_code: procedure,
        known_from: known.recorded_at,
        known_to: known.superseded_at,
        programme: '896',
        measure_hash: sheet.hash,
      })),
    );
    const evidence = (
      document_code: string,
      id: string,
      kind: string,
      codes: string[],
      one: Known & { date: string },
    ) => ({
      document_code,
      evidence_id: id,
      kind,
      number: id,
      date: one.date,
      in_force_on: kind === 'promulgation' ? one.date : null,
      procedure_codes: codes,
      recorded_at: one.recorded_at,
      known_from: one.recorded_at,
      recorded_by_id: 'a',
      recorded_by_name: 'a',
      superseded_at: one.superseded_at,
    });
    const covering = [
      ...h.announced.map((a) => ({ ...a, kind: 'announcement' })),
      ...h.entered.map((a) => ({ ...a, kind: 'database-entry' })),
    ];
    await insertRows(trx, 'evidence', [
      ...Object.entries(h.inForce).map(([document, one]) =>
        evidence(document, 'E0', 'promulgation', [], one),
      ),
      ...covering.map((one, n) => evidence(one.document, `E${n + 1}`, one.kind, one.procedures, one.fact)),
    ]);
    await insertRows(
      trx,
      'evidence_procedure',
      covering.flatMap((one, n) =>
        one.procedures.map((procedure_code) => ({
          document_code: one.document,
          evidence_id: `E${n + 1}`,
          procedure_code,
          kind: one.kind,
          date: one.fact.date,
          recorded_at: one.fact.recorded_at,
          known_from: one.fact.recorded_at,
          superseded_at: one.fact.superseded_at,
        })),
      ),
    );
    await insertRows(
      trx,
      'baseline',
      h.baselines.map(({ date, recordedAt, members }) => ({
        id: date,
        programme: '896',
        date,
        reason: 'x',
        count: members.length,
        recorded_at: recordedAt,
        recorded_by: 'a',
        recorded_by_id: 'an',
      })),
    );
    await insertRows(
      trx,
      'baseline_member',
      h.baselines.flatMap(({ date, members }) =>
        members.map((procedure_code) => ({ baseline_id: date, procedure_code })),
      ),
    );
    await countAnew(trx, PROCEDURES);
    await countProposed(trx, ['P']);
  });
}

/** The pure rules' answer, one procedure at a time: the size of the baseline, and the days on which procedures count. */
export function countedOf(h: History): { baseline: number | null; counted: ReadonlyMap<string, LegalDate> } {
  const baseline = baselineAt(h.baselines, h);
  const counted = new Map<string, LegalDate>();
  for (const code of baseline?.members ?? PROCEDURES) {
    const on = countsOnOf(h, code);
    if (on !== null && on <= h.asAt) counted.set(code, on);
  }
  return { baseline: baseline?.members.length ?? null, counted };
}

export const wasKnown = (one: Known, knownAt: string): boolean =>
  one.recorded_at <= knownAt && (one.superseded_at === null || one.superseded_at > knownAt);

function countsOnOf(h: History, code: string): LegalDate | null {
  const known = (one: Known) => wasKnown(one, h.knownAt);
  const covered = (list: History['announced'], document: string) =>
    list
      .filter((one) => one.document === document && one.procedures.includes(code) && known(one.fact))
      .map((one) => one.fact.date)
      .toSorted()[0] ?? null;
  return countsOn(
    h.links
      .filter((link) => link.procedure === code && known(link.known))
      .map(({ document }) => {
        const inForce = h.inForce[document];
        return {
          inForceOn: inForce && known(inForce) ? inForce.date : null,
          announcedOn: covered(h.announced, document),
          enteredOn: covered(h.entered, document),
        };
      }),
  );
}
