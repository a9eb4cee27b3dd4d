import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays, dayOf, startOfDay } from '@tinhgon/rules/day';
import { coverage } from '@tinhgon/rules/document/coverage';
import { decideDocument } from '@tinhgon/rules/document/decide';
import { documentAfterNews, documentTick } from '@tinhgon/rules/document/hear';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { evolveDocument } from '@tinhgon/rules/document/evolve';
import { startDocument } from '@tinhgon/rules/document/start';
import { documentContentHash, type DocumentState, evidenceOf } from '@tinhgon/rules/document/state';
import type { StampedDocumentCommand } from '@tinhgon/rules/document/command';
import { hashOf } from '@tinhgon/rules/hash';
import { documentMessages, planMessages } from '@tinhgon/rules/messages';
import type { StampedPlanCommand } from '@tinhgon/rules/plan/command';
import { decidePlan } from '@tinhgon/rules/plan/decide';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import { planAfterNews, planTick } from '@tinhgon/rules/plan/hear';
import { splitOffEvent } from '@tinhgon/rules/plan/split';
import { startPlan } from '@tinhgon/rules/plan/start';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import { planContentHash, type PlanState } from '@tinhgon/rules/plan/state';
import { SYSTEM } from '@tinhgon/rules/actor';
import { FUNCTIONS, isClosed, type PlanStepKey } from '@tinhgon/rules/vocabulary';

const PROCEDURES = ['1.001', '1.002', '1.003'];
const DOCUMENTS = ['TT-1', 'TT-2'];
const BEGIN = startOfDay('2026-03-02');

/** Drafters draft and leaders do the rest, in two ministries; somebody for the country; and onlookers. */
/** Of a ministry that has the work of one that ended; they give no commands here. */
export const HEIR: Actor = {
  id: 'heir',
  name: 'heir',
  agency: 'BNV',
  inherits: ['BTP'],
  roles: [],
  assignments: [],
};

export const PEOPLE: readonly Actor[] = [
  ...['BTP', 'BCA'].flatMap((agency) => [
    person(`${agency}-drafter`, agency, [{ function: 'drafter', agency }]),
    person(
      `${agency}-leader`,
      agency,
      FUNCTIONS.filter((code) => code !== 'drafter').map((code) => ({ function: code, agency })),
    ),
  ]),
  person('nation', 'VPCP', [
    { function: 'appraisal', agency: null },
    { function: 'legal-department', agency: null },
  ]),
  person('stranger', 'BYT', [{ function: 'drafter', agency: 'BYT' }]),
  person('substitute', 'BYT', [
    delegated('BTP-leader', { function: 'procedure-control', agency: 'BTP' }),
    delegated('BTP-leader', { function: 'minister', agency: 'BTP', only: 'plan' }),
    delegated('nation', { function: 'appraisal', agency: null, only: 'document' }),
    delegated('BCA-drafter', { function: 'drafter', agency: 'BCA' }),
    delegated('BTP-drafter', { function: 'drafter', agency: 'BTP' }),
  ]),
  { ...person('admin', 'BYT', []), roles: ['administrator'] },
  { ...person('auditor', 'BYT', []), roles: ['auditor', 'administrator'] },
];

function person(id: string, agency: string, assignments: Actor['assignments']): Actor {
  return { id, name: `Người ${id}`, agency, roles: [], assignments };
}

function delegated(id: string, held: Actor['assignments'][number]): Actor['assignments'][number] {
  return { ...held, onBehalfOf: { id, name: `Người ${id}`, form: 'KT', delegationId: `${id} vắng` } };
}

/** One turn of a walk, drawn by the property test. */
export interface Draw {
  readonly subject: number;
  readonly what: number;
  readonly who: number;
  readonly days: number;
}

/**
 * Two plans and two documents under the pure rules, telling each other what happened at once. `events` is what
 * their workflows would send to the record.
 */
export class World {
  readonly plans = new Map<string, PlanState>();
  readonly documents = new Map<string, DocumentState>();
  readonly events = new Map<string, (PlanEvent | DocumentEvent)[]>();
  now = BEGIN;

  constructor() {
    for (const code of DOCUMENTS) this.#document(null, startedDocument(code, this.now));
    this.#plan(
      null,
      startedPlan('BTP-1', 'BTP', { '1.001': ['TT-1'], '1.002': ['TT-1', 'TT-2'] }, this.now),
      [],
    );
    this.#plan(null, startedPlan('BCA-1', 'BCA', { '1.002': ['TT-2'], '1.003': ['TT-2'] }, this.now), []);
  }

  turn({ subject, what, who, days }: Draw): void {
    this.now = new Date(
      Date.parse(addDays(dayOf(this.now), days)) + (Date.parse(this.now) % 86_400_000) + 1_000,
    ).toISOString();
    const stamp = { at: this.now, actor: SYSTEM };
    for (const plan of this.plans.values()) this.#plans(plan, planTick(plan, stamp));
    for (const document of this.documents.values()) this.#documents(document, documentTick(document, stamp));
    const all = [...this.plans.values(), ...this.documents.values()];
    const state = all[subject % all.length];
    // The walk gets far only when most turns try what the open step is for, by someone who may.
    for (let attempt = 0; state && attempt < PEOPLE.length; attempt += 1) {
      const actor = PEOPLE[(who + attempt) % PEOPLE.length] as Actor;
      const { kind } = state;
      const command =
        kind === 'plan'
          ? planCommand(state, what, actor)
          : documentCommand(state, what, actor, dayOf(this.now));
      if (this.give(state, command)) return;
    }
  }

  /** Whether the rules allow it; all that follows from it happens at once. */
  give(state: PlanState | DocumentState, command: StampedPlanCommand | StampedDocumentCommand): boolean {
    if (state.kind === 'plan') {
      const decided = decidePlan(state, command as StampedPlanCommand, this.now);
      if (decided.ok) this.#plans(state, decided.value);
      return decided.ok;
    }
    const decided = decideDocument(state, command as StampedDocumentCommand, this.now);
    if (decided.ok) this.#documents(state, decided.value);
    return decided.ok;
  }

  /** All that one decision did stands before anybody hears of it, as in a workflow. */
  #plans(state: PlanState, events: readonly PlanEvent[]): void {
    const told: (() => void)[] = [];
    let before = state;
    for (const event of events) before = this.#plan(before, event, told);
    for (const tell of told) tell();
  }

  #documents(state: DocumentState, events: readonly DocumentEvent[]): void {
    let before = state;
    for (const event of events) before = this.#document(before, event);
  }

  #plan(before: PlanState | null, event: PlanEvent, told: (() => void)[]): PlanState {
    const after = evolvePlan(before, event);
    this.plans.set(after.code, after);
    this.#keep(`plan/${after.code}`, event);
    for (const { to, news } of planMessages(before, after)) {
      told.push(() => {
        const document = this.documents.get(to);
        if (document)
          this.#documents(document, documentAfterNews(document, news, { at: this.now, actor: SYSTEM }));
      });
    }
    if (event.type === 'split') this.#plan(null, splitOffEvent(event), told);
    return after;
  }

  #document(before: DocumentState | null, event: DocumentEvent): DocumentState {
    const after = evolveDocument(before, event);
    this.documents.set(after.code, after);
    this.#keep(`document/${after.code}`, event);
    for (const { to, news } of documentMessages(before, after)) {
      const plan = this.plans.get(to);
      const { documentCode, ...linked } = news;
      if (plan) this.#plans(plan, planAfterNews(plan, documentCode, linked, { at: this.now, actor: SYSTEM }));
    }
    return this.documents.get(after.code) ?? after;
  }

  #keep(subject: string, event: PlanEvent | DocumentEvent): void {
    this.events.set(subject, [...(this.events.get(subject) ?? []), event]);
  }
}

const drafterOf = (agency: string): Actor => PEOPLE.find(({ id }) => id === `${agency}-drafter`) as Actor;

export function startedPlan(
  code: string,
  leadAgency: string,
  links: Record<string, string[]>,
  now: string,
): PlanEvent {
  const facts = {
    content: hashOf({ code }),
    header: { name: `Phương án ${code}`, unit: '', coAgencies: [], reviewOn: null, deadline: '2026-06-30' },
    measures: Object.entries(links).map(([procedureCode, documents]) => ({
      procedureCode,
      measure: 'amend' as const,
      hash: hashOf(procedureCode),
      documents,
    })),
  };
  const actor = drafterOf(leadAgency);
  const named = { code, programme: '896', year: 2026, leadAgency, approvalLevel: 'minister' as const };
  return startPlan(
    { ...named, facts, calendar: VIETNAM_CALENDAR, actor, commandId: crypto.randomUUID() },
    now,
  );
}

export function startedDocument(code: string, now: string): DocumentEvent {
  const header = {
    title: `Thông tư ${code}`,
    plannedSigningOn: '2026-05-04',
    plannedInForceOn: '2026-07-01',
  };
  const named = { code, programme: '896', leadAgency: 'BTP', type: 'circular' as const, shortened: false };
  return startDocument(
    {
      ...named,
      facts: { content: hashOf({ code }), header },
      calendar: VIETNAM_CALENDAR,
      actor: drafterOf('BTP'),
      commandId: crypto.randomUUID(),
    },
    now,
  );
}

function planCommand(state: PlanState, what: number, actor: Actor): StampedPlanCommand {
  const base = { commandId: crypto.randomUUID(), expectedVersion: state.version, actor };
  const procedureCodes = [state.measures[what % state.measures.length]?.procedureCode ?? '1.001'];
  const documentCode = DOCUMENTS[what % 2] ?? 'TT-1';
  const lanes = lanesOf(state);
  const lane = lanes[what % Math.max(lanes.length, 1)];
  const step = lane && { step: lane.step.key as PlanStepKey };
  const part = { ...base, ...step, type: 'return' as const, reason: 'thiếu ý kiến', procedureCodes };
  const rare: StampedPlanCommand[] = [
    { ...base, type: 'withdraw', reason: 'rút' },
    { ...base, type: 'refuse', reason: 'không khả thi' },
    { ...base, type: 'return', reason: 'thiếu ý kiến' },
    part,
    part,
    part,
    part,
    { ...base, type: 'linkDocument', documentCode, procedureCodes },
    { ...base, type: 'unlinkDocument', documentCode, procedureCodes },
    { ...base, type: 'claim' },
    {
      ...base,
      type: 'split',
      procedureCodes,
      name: `Phần tách ${state.seq}`,
      parting: {
        into: `${state.code}-${state.seq}`,
        contents: {
          rest: hashOf(`${state.code}/${state.seq}/rest`),
          part: hashOf(`${state.code}/${state.seq}`),
        },
      },
    },
    { ...base, type: 'reopen', reason: 'làm lại' },
    { ...base, type: 'comment', text: 'ý kiến' },
    { ...base, type: 'remark', procedureCode: procedureCodes[0] ?? '', field: 'fee', text: 'vì sao?' },
    { ...base, type: 'answerRemark', remarkId: state.remarks?.[0]?.id ?? base.commandId, text: 'vì thế' },
    { ...base, type: 'resolveRemark', remarkId: state.remarks?.[0]?.id ?? base.commandId },
  ];
  if (isClosed(state.phase)) return { ...base, type: 'reopen', reason: 'làm lại' };
  const next: StampedPlanCommand =
    lane?.step.kind === 'edit'
      ? { ...base, ...step, type: 'submit' }
      : { ...base, ...step, type: 'approve', contentHash: planContentHash(state) };
  return what % 50 < rare.length ? (rare[what % 50] as StampedPlanCommand) : next;
}

function documentCommand(
  state: DocumentState,
  what: number,
  actor: Actor,
  today: string,
): StampedDocumentCommand {
  const base = { commandId: crypto.randomUUID(), expectedVersion: state.version, actor };
  const { linked, announced, inDatabase } = coverage(state);
  const part = (codes: string[]) => codes.slice(0, 1 + (what % 3));
  const evidence = evidenceOf(state);
  const wrong = evidence[what % Math.max(evidence.length, 1)]?.id ?? 'E0';
  const rare: StampedDocumentCommand[] = [
    { ...base, type: 'return', reason: 'thiếu' },
    { ...base, type: 'correctEvidence', evidenceId: wrong, date: addDays(today, -(what % 5)), reason: 'sai' },
    { ...base, type: 'confirmCorrection', correctionId: state.corrections[0]?.id ?? 'C0', accept: true },
    { ...base, type: 'confirmCorrection', correctionId: state.corrections[0]?.id ?? 'C0', accept: true },
  ];
  if (what % 40 < rare.length) return rare[what % 40] as StampedDocumentCommand;
  const step = state.steps[what % Math.max(state.steps.length, 1)];
  switch (step?.key) {
    case 'promulgate':
      return {
        ...base,
        type: 'recordPromulgation',
        number: `${state.code}/2026`,
        signedOn: today,
        inForceOn: addDays(today, what % 30),
      };
    case 'sign-announcement':
      return {
        ...base,
        type: 'recordAnnouncement',
        decisionNumber: 'QĐ 1',
        signedOn: today,
        procedureCodes: part(linked.filter((code) => !announced.has(code))),
      };
    case 'national-database':
      return {
        ...base,
        type: 'recordDatabaseEntry',
        reference: 'CSDL 1',
        enteredOn: today,
        procedureCodes: part([...announced].filter((code) => !inDatabase.has(code))),
      };
    case 'public-display':
      return { ...base, type: 'recordDisplay', place: 'một cửa', displayedOn: today };
    case 'appraisal':
      return { ...base, type: 'approve', contentHash: documentContentHash(state) };
    default:
      return { ...base, type: 'submit' };
  }
}

export const WORLD_PROCEDURES = PROCEDURES;
