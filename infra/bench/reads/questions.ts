import { costPlans } from '@tinhgon/database/queries/cost/cost-plans';
import { costProcedures } from '@tinhgon/database/queries/cost/cost-procedures';
import { programmeCost } from '@tinhgon/database/queries/cost/programme-cost';
import { difference } from '@tinhgon/database/queries/difference/difference';
import { differenceBetween } from '@tinhgon/database/queries/difference/difference-lines';
import { listDocuments } from '@tinhgon/database/queries/documents/list-documents';
import { listInbox } from '@tinhgon/database/queries/inbox/list-inbox';
import { listPlans } from '@tinhgon/database/queries/plans/list-plans';
import { listProcedures } from '@tinhgon/database/queries/procedures/list-procedures';
import { proceduresForPlan } from '@tinhgon/database/queries/procedures/procedures-for-plan';
import { stuck } from '@tinhgon/database/queries/programmes/stuck';
import { totals } from '@tinhgon/database/queries/programmes/totals';
import { debt } from '@tinhgon/database/queries/where-it-stands/debt';
import { holding } from '@tinhgon/database/queries/where-it-stands/holding';
import { parts } from '@tinhgon/database/queries/where-it-stands/parts';
import { responsibility } from '@tinhgon/database/queries/where-it-stands/responsibility';
import { stages } from '@tinhgon/database/queries/where-it-stands/stages';
import { findAnything } from '@tinhgon/database/queries/search/find-anything';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays } from '@tinhgon/rules/days';
import { documentListInput } from '@tinhgon/rules/views/document';
import { inboxInput } from '@tinhgon/rules/views/inbox';
import { planListInput } from '@tinhgon/rules/views/plan';
import type { Schema } from '@tinhgon/database/schema';

/** A screen's question, asked with another parameter each time, and the table its plain `count(*)` reads. */
export interface Question {
  readonly name: string;
  readonly over: keyof Schema;
  readonly ask: (db: Db, turn: number) => Promise<unknown>;
}

const TODAY = '2026-11-20';
const on = { today: TODAY, calendar: VIETNAM_CALENDAR };
const supervisor: Actor = { id: 's', name: 'S', agency: 'B01', roles: ['supervisor'], assignments: [] };
const controller: Actor = {
  id: 'c',
  name: 'C',
  agency: 'B03',
  roles: [],
  assignments: [
    { function: 'procedure-control', agency: 'B03' },
    { function: 'minister', agency: 'B03' },
  ],
};
const asAt = (turn: number) => addDays('2022-01-01', (turn * 37) % 1_700);
const known = '2026-11-20T00:00:00.000Z';
/** Days on which the last baseline was in force already. */
const lateDay = (turn: number) => addDays('2024-02-01', (turn * 37) % 900);
const atOnce = { asAt: TODAY, knownAt: known } as const;
const past = (turn: number) => ({ ...on, past: { asAt: asAt(turn), knownAt: known } });
const ministry = (turn: number) => `B${String(1 + (turn % 14)).padStart(2, '0')}`;
const procedures = { programme: '896', asAt: TODAY, knownAt: known, limit: 50 } as const;

export const QUESTIONS: readonly Question[] = [
  {
    name: 'totals as at a day',
    over: 'baseline_member',
    ask: (db, turn) => totals(db, '896', { asAt: asAt(turn), knownAt: known }),
  },
  {
    name: 'totals as known at a moment',
    over: 'baseline_member',
    ask: (db, turn) => totals(db, '896', { asAt: TODAY, knownAt: `${asAt(turn)}T00:00:00.000Z` }),
  },
  {
    name: 'parts: level, field, document type',
    over: 'baseline_member',
    ask: (db, turn) => parts(db, '896', { asAt: asAt(turn), knownAt: known }),
  },
  {
    name: 'stages by step and ministry, as at a day',
    over: 'step_run',
    ask: (db, turn) => stages(db, '896', { asAt: asAt(turn), knownAt: known }),
  },
  {
    name: 'who holds what: a page of a ministry',
    over: 'step_run',
    ask: (db, turn) =>
      holding(db, supervisor, {
        programme: '896',
        asAt: TODAY,
        knownAt: known,
        ministry: ministry(turn),
        calendar: VIETNAM_CALENDAR,
        limit: 50,
      }),
  },
  {
    name: 'responsibility by unit and person',
    over: 'step_run',
    ask: (db, turn) => responsibility(db, supervisor, { programme: '896', asAt: asAt(turn), knownAt: known }),
  },
  {
    name: 'document debt, as at a day',
    over: 'document',
    ask: (db, turn) =>
      debt(db, { programme: '896', asAt: asAt(turn), knownAt: known, calendar: VIETNAM_CALENDAR }),
  },
  {
    name: 'procedures: simplified, of a ministry',
    over: 'procedure',
    ask: (db, turn) =>
      listProcedures(db, supervisor, { ...procedures, status: 'simplified', ministry: ministry(turn) }),
  },
  {
    name: 'procedures: a page far down',
    over: 'procedure',
    ask: (db, turn) =>
      listProcedures(db, supervisor, {
        ...procedures,
        status: 'open',
        cursor: `1.${String((turn * 1_234) % 100_000).padStart(6, '0')}`,
      }),
  },
  {
    name: 'procedures: search',
    over: 'procedure',
    ask: (db, turn) =>
      listProcedures(db, supervisor, { ...procedures, status: 'any', q: `loại ${turn * 7} cho` }),
  },
  {
    name: 'search everywhere',
    over: 'procedure',
    ask: (db, turn) => findAnything(db, supervisor, { q: `giấy phép loại ${turn * 13}`, limit: 8 }),
  },
  {
    name: 'search everywhere, words many hold',
    over: 'procedure',
    ask: (db, turn) =>
      findAnything(db, supervisor, { q: ['giấy phép', 'cấp lại', 'tổ chức', '7'][turn % 4] ?? '', limit: 8 }),
  },
  {
    name: 'procedures for a plan of a ministry',
    over: 'procedure',
    ask: (db, turn) =>
      proceduresForPlan(db, controller, {
        ...atOnce,
        programme: '896',
        leadAgency: ministry(turn),
        limit: 8,
      }),
  },
  {
    name: 'difference of two days',
    over: 'counted_period',
    ask: (db, turn) =>
      difference(db, { programme: '896', from: { asAt: lateDay(turn), knownAt: known }, to: atOnce }),
  },
  {
    name: 'difference of two days: its lines',
    over: 'counted_period',
    ask: (db, turn) =>
      differenceBetween(db, {
        programme: '896',
        from: { asAt: lateDay(turn), knownAt: known },
        to: atOnce,
        limit: 50,
      }),
  },
  {
    name: 'difference of two days, another baseline',
    over: 'counted_period',
    ask: (db, turn) =>
      difference(db, { programme: '896', from: { asAt: asAt(turn % 13), knownAt: known }, to: atOnce }),
  },
  {
    name: 'inbox of a controller',
    over: 'step_run',
    ask: (db, turn) =>
      listInbox(db, controller, inboxInput.parse({ view: turn % 2 ? 'mine' : 'unit', limit: 50 }), on),
  },
  {
    name: 'plans by due day, all ministries',
    over: 'plan',
    ask: (db) => listPlans(db, supervisor, planListInput.parse({ limit: 50, sort: 'due' }), on),
  },
  {
    name: 'plans by name',
    over: 'plan',
    ask: (db) => listPlans(db, supervisor, planListInput.parse({ limit: 50, sort: 'name' }), on),
  },
  {
    name: 'plans of a ministry, overdue',
    over: 'plan',
    ask: (db, turn) =>
      listPlans(
        db,
        supervisor,
        planListInput.parse({ limit: 50, sort: 'due', ministry: ministry(turn), timing: 'overdue' }),
        on,
      ),
  },
  {
    name: 'plans for who sees few',
    over: 'plan',
    ask: (db) => listPlans(db, controller, planListInput.parse({ limit: 50, sort: 'due' }), on),
  },
  {
    name: 'plans of a past day',
    over: 'plan',
    ask: (db, turn) => listPlans(db, supervisor, planListInput.parse({ limit: 50, sort: 'due' }), past(turn)),
  },
  {
    name: 'documents of a past day',
    over: 'document',
    ask: (db, turn) => listDocuments(db, documentListInput.parse({ limit: 50, sort: 'due' }), past(turn)),
  },
  {
    name: 'compliance cost: saved by ministry',
    over: 'cost_period',
    ask: (db, turn) => programmeCost(db, { programme: '896', asAt: asAt(turn), knownAt: known }),
  },
  {
    name: 'compliance cost: procedures',
    over: 'cost_period',
    ask: (db, turn) => costProcedures(db, { programme: '896', asAt: asAt(turn), knownAt: known, limit: 50 }),
  },
  {
    name: 'compliance cost: plans',
    over: 'cost_period',
    ask: (db, turn) =>
      costPlans(db, supervisor, { programme: '896', asAt: asAt(turn), knownAt: known, limit: 50 }),
  },
  {
    name: 'documents',
    over: 'document',
    ask: (db) => listDocuments(db, documentListInput.parse({ limit: 50, sort: 'due' }), on),
  },
  {
    name: 'where a programme is stuck',
    over: 'step_run',
    ask: (db) => stuck(db, supervisor, { programme: '896', ...on, limit: 10 }),
  },
];
