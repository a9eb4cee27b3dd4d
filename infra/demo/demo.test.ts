import { countsOn } from '@tinhgon/rules/counting';
import { costSheetSchema } from '@tinhgon/rules/cost/sheet';
import { wageKey } from '@tinhgon/rules/cost/wage';
import { wrongWage } from '@tinhgon/rules/cost/wages-named';
import { describe, expect, test } from 'vitest';
import { AGENCIES } from './agencies.ts';
import { makeDemo } from './demo.ts';
import type { EvidenceLine } from './lines.ts';
import { DEMO_PEOPLE } from './people.ts';
import { WAGE_CODE, WAGE_VALUES } from './wages.ts';

const TODAY = '2026-11-22';
const demo = makeDemo(TODAY);
const documents = new Map(demo.documents.map((document) => [document.code, document]));
const byProcedure = Map.groupBy(demo.evidence, ({ procedureCode }) => procedureCode);

const dayOf = (evidence: readonly EvidenceLine[]) =>
  countsOn(
    evidence.map(({ documentCode, announcedOn, enteredOn }) => ({
      inForceOn: documents.get(documentCode)?.inForceOn ?? null,
      announcedOn,
      enteredOn,
    })),
  );
const counted = [...byProcedure].map(([code, evidence]) => ({ code, evidence, day: dayOf(evidence) ?? '' }));
const baseline = (date: string) =>
  new Set(demo.baselines.filter((line) => line.date === date).map(({ procedureCode }) => procedureCode));
const membersCounted = (date: string, asAt: string) => {
  const members = baseline(date);
  return counted.filter(({ code, day }) => members.has(code) && day <= asAt).length;
};

describe('the published figures', () => {
  test('1,146 procedures, then 1,084: 62 ceased to exist and none of them counts', () => {
    const [first, second] = [baseline('2021-01-01'), baseline('2024-01-01')];
    expect([first.size, second.size]).toEqual([1_146, 1_084]);
    expect([...second].every((code) => first.has(code))).toBe(true);
    expect(counted.filter(({ code }) => first.has(code) && !second.has(code))).toEqual([]);
  });

  test('585 of 1,146 as at the end of 2023, 898 of 1,084 as at the end of 2024, more today', () => {
    expect(membersCounted('2021-01-01', '2023-12-31')).toBe(585);
    expect(membersCounted('2024-01-01', '2024-12-31')).toBe(898);
    const now = membersCounted('2024-01-01', TODAY);
    expect(now).toBeGreaterThan(898);
    expect(now).toBeLessThan(1_084);
  });

  test('in 2024: 313 procedures in 35 documents by 13 ministries and agencies', () => {
    const own = counted.filter(({ day }) => day.startsWith('2024-'));
    const inForce = ({ documentCode }: EvidenceLine) => documents.get(documentCode)?.inForceOn ?? '';
    const last = own.map(
      ({ evidence }) => evidence.toSorted((a, b) => (inForce(a) < inForce(b) ? 1 : -1))[0],
    );
    const ministries = new Map(
      demo.procedures.filter((line) => !line.ministryFrom).map((line) => [line.code, line.ministry]),
    );
    expect(own.length).toBe(313);
    expect(new Set(last.map((line) => line?.documentCode)).size).toBe(35);
    expect(new Set(own.map(({ code }) => ministries.get(code))).size).toBe(13);
  });

  test('nothing of the past lies in the future, whenever the demonstration is loaded', () => {
    const early = makeDemo('2025-05-01');
    expect(early.evidence.every(({ displayedOn }) => displayedOn <= '2025-05-01')).toBe(true);
    expect(early.documents.every(({ signedOn }) => (signedOn ?? '') <= '2025-05-01')).toBe(true);
  });
});

describe('the catalogue', () => {
  test('63 provinces until 30 June 2025, 34 since', () => {
    const provinces = AGENCIES.filter(({ kind }) => kind === 'province');
    expect(provinces.length).toBe(63);
    expect(provinces.filter(({ to }) => to === undefined).length).toBe(34);
  });

  test('every code named stands in the catalogue', () => {
    const codes = new Set(AGENCIES.map(({ code }) => code));
    for (const { successor, parent } of AGENCIES) {
      for (const other of [successor, parent]) if (other) expect(codes).toContain(other);
    }
    for (const { agency } of DEMO_PEOPLE) expect(codes).toContain(agency);
    for (const { ministry } of demo.procedures) expect(codes).toContain(ministry);
  });

  test('codes of plans, documents and procedures stand once', () => {
    const plans = [...demo.plans, ...demo.openWork.plans].map(({ code }) => code);
    const all = [...demo.documents, ...demo.openWork.documents].map(({ code }) => code);
    const names = demo.procedures.filter((line) => !line.ministryFrom).map(({ nameVi }) => nameVi);
    for (const list of [plans, all, names]) expect(new Set(list).size).toBe(list.length);
  });
});

describe('open work', () => {
  const { plans, documents: open } = demo.openWork;

  test('at least 45 plans, and a plan or document at every step up to the tenth', () => {
    expect(plans.length).toBeGreaterThanOrEqual(45);
    const steps = new Set([...plans, ...open].map(({ step }) => step));
    for (const step of ['review', 'quality-check', 'plan-approval', 'draft', 'appraisal', 'respond']) {
      expect(steps).toContain(step);
    }
    for (const step of ['verification', 'promulgate', 'draft-announcement', 'sign-announcement']) {
      expect(steps).toContain(step);
    }
  });

  test('every check has two people who did not draft, and every plan a drafter of its own agency', () => {
    for (const { leadAgency, drafter } of plans) {
      const own = DEMO_PEOPLE.filter(({ agency }) => agency === leadAgency);
      expect(own.find(({ user }) => user === drafter)?.functions).toContain('drafter');
      for (const held of ['procedure-control', 'minister', 'legal-department'] as const) {
        expect(own.some(({ user, functions }) => user !== drafter && functions.includes(held))).toBe(true);
      }
    }
  });

  test('no procedure stands in two plans', () => {
    const codes = plans.flatMap(({ measures }) => measures.map(({ procedureCode }) => procedureCode));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.some((code) => byProcedure.has(code))).toBe(false);
  });

  test('some documents are shared by several plans', () => {
    const uses = Map.groupBy(
      plans.flatMap((plan) => [...new Set(plan.measures.flatMap((m) => m.documents))]),
      (code) => code,
    );
    expect([...uses.values()].filter((list) => list.length > 1).length).toBeGreaterThanOrEqual(3);
  });
});

describe('cost sheets', () => {
  const sheets = [...demo.plans, ...demo.openWork.plans].flatMap(({ measures }) =>
    measures.flatMap(({ cost }) => cost ?? []),
  );
  test('are a handful, each as the rules want it and with wages that are entered', () => {
    expect(sheets.length).toBeGreaterThan(12);
    for (const sheet of sheets) {
      expect(costSheetSchema.parse(sheet)).toEqual(sheet);
      const values = new Map(
        Object.entries(WAGE_VALUES).map(([version, dong]) => [wageKey(WAGE_CODE, Number(version)), dong]),
      );
      expect(wrongWage(sheet, values)).toBeNull();
    }
  });
});
