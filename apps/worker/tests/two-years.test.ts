import { randomUUID } from 'node:crypto';
import { proposeBaseline, saveAgency, saveProgramme } from '@tinhgon/database';
import { totals } from '@tinhgon/database/queries/programmes/totals';
import { wholeMove } from '@tinhgon/rules/agency-move';
import type { Actor } from '@tinhgon/rules/actor';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '@tinhgon/rules/calendar';
import { chainOf, chainSteps } from '@tinhgon/rules/chain-version';
import { addDays, dayOf, startOfDay } from '@tinhgon/rules/day';
import { documentChain } from '@tinhgon/rules/default-chains';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { SYSTEM } from '@tinhgon/rules/person';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type SkippingTemporal, timeSkippingEnvironment } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { control, display, keeper, lan, legal, minister, standingIn } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: SkippingTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await timeSkippingEnvironment();
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

const PLAN = 'BTP-2026-096';
const PROCEDURES = [`1.${PLAN}`, `2.${PLAN}`];
const [CIRCULAR, DECREE] = ['TT-96', 'ND-96'];
const deputy: Actor = { ...minister, id: 'thu', name: 'Lê Thu', assignments: [] };
const office: Actor = { ...keeper, id: 'vp', roles: ['programme-office'] };
const nation = (id: string, code: 'appraisal' | 'verification' | 'government'): Actor => ({
  ...keeper,
  id,
  roles: [],
  assignments: [{ function: code, agency: null }],
});
const [tham, tra, chinhPhu] = [
  nation('tham', 'appraisal'),
  nation('tra', 'verification'),
  nation('cp', 'government'),
];
/** The same person with what they hold after the merger. */
const at = (agency: string, person: Actor): Actor => ({
  ...person,
  agency,
  assignments: person.assignments.map((held) => ({ ...held, agency })),
});

it('carries a plan through two years: Tết, a partial return, an absence, a merger, another chain, a late decree', async () => {
  const on = scenario(temporal);
  const today = async (): Promise<string> => dayOf(await temporal.now());
  const plan = async () => (await on.report<PlanState>(`plan/${PLAN}`)).state;
  const document = async (code: string) => (await on.report<DocumentState>(`document/${code}`)).state;
  const begunOn = await today();

  // Tết of this story: five working days off, two months after the beginning.
  const tet = addDays(begunOn, 60);
  const holidays = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(tet, n));
  const calendar: WorkingCalendar = { version: 'truyện', holidays, swappedWorkingDays: [] };
  for (const code of [CIRCULAR, DECREE]) {
    const type = code === DECREE ? 'decree' : 'circular';
    const planned = { plannedSigningOn: addDays(begunOn, 250), plannedInForceOn: addDays(begunOn, 300) };
    const begin = on.documentBegin(code);
    const facts = { ...begin.facts, header: { title: code, ...planned } };
    await on.startDocument({ ...begin, type, facts, calendar });
  }
  await on.startPlan({ ...on.planBegin(PLAN, [CIRCULAR, DECREE], addDays(begunOn, 70)), calendar });

  // The quality check opens two days before Tết: its five working days end after it.
  await temporal.advance(58);
  await on.does(`plan/${PLAN}`, lan, { type: 'submit' });
  const due = addWorkingDays(calendar, await today(), 5);
  expect((await plan()).step).toMatchObject({ key: 'quality-check', dueOn: due, timing: 'in-time' });
  expect(due > addDays(tet, 6) && isWorkingDay(calendar, due)).toBe(true);
  await temporal.advance(8);
  expect((await plan()).step?.timing).not.toBe('overdue');

  // One procedure comes back, the other goes on; the minister is away and a deputy signs in his place.
  const [first = '', second = ''] = PROCEDURES;
  await on.does(`plan/${PLAN}`, control, { type: 'return', procedureCodes: [first], reason: 'Thiếu căn cứ' });
  await on.does(`plan/${PLAN}`, control, { type: 'approve', step: 'quality-check' });
  await on.does(`plan/${PLAN}`, standingIn(minister, deputy), { type: 'approve', step: 'plan-approval' });
  expect((await plan()).approvals.at(-1)?.by).toMatchObject({
    id: deputy.id,
    onBehalfOf: { id: minister.id, form: 'KT' },
  });
  expect(await plan()).toMatchObject({ phase: 'approved' });
  expect(lanesOf(await plan())).toMatchObject([{ step: { key: 'review' }, procedureCodes: [first] }]);
  await waitUntil(
    () => document(CIRCULAR),
    ({ phase }) => phase === 'drafting',
  );
  expect((await document(CIRCULAR)).links[PLAN]?.measures.map((one) => one.procedureCode)).toEqual([second]);
  const { content, header, measures } = await plan();
  await on.does(`plan/${PLAN}`, lan, {
    type: 'saveContent',
    step: 'review',
    facts: {
      content: hashOf('bổ sung'),
      header,
      measures: measures.map((one) =>
        one.procedureCode === first ? { ...one, hash: hashOf('bổ sung') } : one,
      ),
    },
  });
  expect((await plan()).content).not.toBe(content);
  await on.does(`plan/${PLAN}`, lan, { type: 'submit' });
  await on.does(`plan/${PLAN}`, control, { type: 'approve' });
  await on.does(`plan/${PLAN}`, minister, { type: 'approve' });
  await waitUntil(
    () => document(DECREE),
    ({ links }) => links[PLAN]?.measures.length === 2,
  );

  // The ministry is merged into another; whoever held a function there holds it no longer.
  for (const subject of [`plan/${PLAN}`, `document/${CIRCULAR}`, `document/${DECREE}`]) {
    await on.does(subject, office, {
      type: 'moveAgency',
      move: wholeMove('BTP', 'BNV'),
      operation: randomUUID(),
    });
  }
  expect(await refusalOf(on.does(`document/${CIRCULAR}`, lan, { type: 'submit' }))).toMatchObject({
    code: 'NOT_YOUR_STEP',
  });
  const [drafter, signer, checker, lawyer, shower] = [lan, minister, control, legal, display].map((one) =>
    at('BNV', one),
  ) as [Actor, Actor, Actor, Actor, Actor];

  // The decree moves to another version of its chain, with more days for answering the comments.
  const steps = chainSteps(documentChain({ type: 'decree', shortened: false })).map((step) =>
    step.key === 'respond' ? { ...step, clock: { kind: 'working-days' as const, days: 20 } } : step,
  );
  await on.does(`document/${DECREE}`, keeper, {
    type: 'replan',
    chain: chainOf('document-decree-ordinary', 2, steps),
  });

  // Steps from the answers to comments on, all on one day of the story.
  const evidence = async (code: string, signatory: Actor): Promise<void> => {
    const subject = `document/${code}`;
    const day = await today();
    const procedureCodes = PROCEDURES;
    await on.does(subject, drafter, { type: 'submit' });
    if (code === DECREE) await on.does(subject, tra, { type: 'approve' });
    await on.does(subject, signatory, {
      type: 'recordPromulgation',
      number: code,
      signedOn: day,
      inForceOn: addDays(day, 45),
    });
    await on.does(subject, drafter, { type: 'submit' });
    await on.does(subject, signer, {
      type: 'recordAnnouncement',
      decisionNumber: `QĐ ${code}`,
      signedOn: day,
      procedureCodes,
    });
    await on.does(subject, checker, {
      type: 'recordDatabaseEntry',
      reference: `CSDL ${code}`,
      enteredOn: day,
      procedureCodes,
    });
    await on.does(subject, shower, { type: 'recordDisplay', place: 'Trang thông tin', displayedOn: day });
  };
  await temporal.advance(30);
  await on.does(`document/${CIRCULAR}`, drafter, { type: 'submit' });
  await on.does(`document/${CIRCULAR}`, lawyer, { type: 'approve' });
  await evidence(CIRCULAR, signer);
  expect(await plan()).toMatchObject({ phase: 'carrying-out' });

  // The decree is late: everybody can read why, and its dates move with two people.
  await on.does(`document/${DECREE}`, drafter, { type: 'submit' });
  await temporal.advance(120);
  expect((await document(DECREE)).steps).toMatchObject([{ key: 'appraisal', timing: 'overdue' }]);
  await on.does(`document/${DECREE}`, drafter, {
    type: 'explainDelay',
    step: 'appraisal',
    reason: 'Chờ ý kiến ba bộ',
  });
  const later = addDays(begunOn, 600);
  await on.does(`document/${DECREE}`, drafter, {
    type: 'requestDateChange',
    date: 'plannedInForce',
    to: later,
    reason: 'Chờ Luật',
  });
  const requestId = (await document(DECREE)).dates?.requests[0]?.id;
  expect(
    await refusalOf(on.does(`document/${DECREE}`, drafter, { type: 'approveDateChange', requestId })),
  ).toBeTruthy();
  await on.does(`document/${DECREE}`, chinhPhu, { type: 'approveDateChange', requestId });
  expect(await document(DECREE)).toMatchObject({
    header: { plannedInForceOn: later },
    firstPlannedInForceOn: addDays(begunOn, 300),
  });
  await on.does(`document/${DECREE}`, tham, { type: 'approve' });
  expect((await document(DECREE)).steps[0]).toMatchObject({
    key: 'respond',
    dueOn: addWorkingDays(calendar, await today(), 20),
  });
  await temporal.advance(270);
  await evidence(DECREE, chinhPhu);
  expect(await temporal.client.workflow.getHandle(`plan/${PLAN}`).result()).toMatchObject({ phase: 'done' });
  await temporal.advance(120);

  // The count: nothing before both documents are in force, both procedures from that day, under the new ministry's name.
  const { db } = worker;
  const stamp = { actor: SYSTEM, now: startOfDay(begunOn) };
  await saveAgency(
    db,
    {
      code: 'BNV',
      nameVi: 'Bộ Nội vụ',
      nameEn: null,
      kind: 'ministry',
      parent: null,
      from: '2020-01-01',
      to: null,
      successor: null,
    },
    stamp,
  );
  await saveProgramme(
    db,
    { code: '896', nameVi: 'Đề án 896', nameEn: null, from: '2020-01-01', to: null, publicLicence: null },
    stamp,
  );
  await proposeBaseline(
    db,
    {
      id: '0b0c5c7e-6a4c-4c63-9a55-0d1e6f3f0896',
      programme: '896',
      date: '2020-01-01',
      reason: 'gốc',
      members: { all: [...PROCEDURES] },
    },
    stamp,
  );
  const knownAt = await temporal.now();
  const count = async (asAt: string) => (await totals(db, '896', { asAt, knownAt }))?.simplified;
  const inForceOn =
    (await db.selectFrom('document').select('in_force_on').where('code', '=', DECREE).executeTakeFirst())
      ?.in_force_on ?? '';
  expect([await count(addDays(inForceOn, -1)), await count(inForceOn)]).toEqual([0, 2]);
  expect(inForceOn > addDays(begunOn, 450)).toBe(true);
});
