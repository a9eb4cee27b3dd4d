import fc from 'fast-check';
import { VIETNAM_CALENDAR } from '../src/calendar-vietnam.ts';
import type { Chain } from '../src/chain.ts';
import { chainOf, chainSteps, type ChainStep } from '../src/chain-version.ts';
import { addDays, dayOf, startOfDay } from '../src/days.ts';
import { coverage, linkedProcedures } from '../src/document/coverage.ts';
import type { StampedDocumentCommand } from '../src/document/command.ts';
import { evolveDocument } from '../src/document/evolve.ts';
import { allEditors, documentContentHash, type DocumentState, evidenceOf } from '../src/document/state.ts';
import { startDocument } from '../src/document/start.ts';
import { hashOf } from '../src/hash.ts';
import { procedureContentSchema } from '../src/content.ts';
import type { PlanFacts, StampedPlanCommand } from '../src/plan/command.ts';
import { lanesOf } from '../src/plan/lanes.ts';
import { materialOf } from '../src/plan/material.ts';
import { evolvePlan } from '../src/plan/evolve.ts';
import { planContentHash, type PlanState } from '../src/plan/state.ts';
import { startPlan } from '../src/plan/start.ts';
import { objectionToActing, objectionToDeciding } from '../src/policy.ts';
import type { Actor } from '../src/actor.ts';
import type { OpenStep } from '../src/step.ts';
import type { DocumentType, FunctionCode, OwnStepKey, PlanStepKey, StepKey } from '../src/vocabulary.ts';
import { everyone, hoa, lan } from './people.ts';

export const T0 = startOfDay('2026-03-02');
const uuid = '00000000-0000-4000-8000-000000000000';

export const facts = (revision: number, documents: readonly string[] = ['TT-1']) => ({
  content: hashOf({ revision }),
  header: { name: 'Khai sinh', unit: '', coAgencies: [], reviewOn: null, deadline: '2026-06-30' },
  measures: ['1.001', '1.002', '1.003'].map((procedureCode) => ({
    procedureCode,
    measure: 'cut-papers' as const,
    hash: hashOf({ procedureCode, revision }),
    material: materialOf({ measure: 'cut-papers', otherMeasures: [], proposed: proposed(revision) }),
    documents: [...documents],
  })),
});

const proposed = (days: number) => procedureContentSchema.parse({ timeLimit: { days, unit: 'working' } });

/** What is saved when only these procedures were changed: their time limit, or a word that is not material. */
export function editedFacts(
  state: PlanState,
  codes: readonly string[],
  revision: number,
  isMaterial = true,
): PlanFacts {
  return {
    content: hashOf({ revision, codes }),
    header: { ...state.header, coAgencies: [...state.header.coAgencies] },
    measures: state.measures.map(({ documents, ...measure }) => ({
      ...measure,
      documents: [...documents],
      ...(codes.includes(measure.procedureCode)
        ? {
            hash: hashOf({ code: measure.procedureCode, revision }),
            ...(isMaterial
              ? {
                  material: materialOf({
                    measure: measure.measure,
                    otherMeasures: [],
                    proposed: proposed(revision),
                  }),
                }
              : {}),
          }
        : {}),
    })),
  };
}

export function newPlan(documents?: readonly string[], chain?: Chain): PlanState {
  const start = {
    code: 'BTP-2026-001',
    programme: '896',
    year: 2026,
    leadAgency: 'BTP',
    approvalLevel: 'minister' as const,
    facts: facts(0, documents),
    calendar: VIETNAM_CALENDAR,
    actor: lan,
    commandId: uuid,
    ...(chain ? { chain } : {}),
  };
  return evolvePlan(null, startPlan(start, T0));
}

export function newDocument(type: DocumentType = 'circular', chain?: Chain): DocumentState {
  const header = { title: 'Thông tư', plannedSigningOn: '2026-09-01', plannedInForceOn: '2026-10-15' };
  const start = {
    code: 'TT-1',
    programme: '896',
    leadAgency: 'BTP',
    type,
    shortened: false,
    facts: { content: hashOf({ type }), header },
    calendar: VIETNAM_CALENDAR,
    actor: hoa,
    commandId: uuid,
    ...(chain ? { chain } : {}),
  };
  return evolveDocument(null, startDocument(start, T0));
}

/** A chain with checks of one's own after the steps named, one for each function. */
export function withOwnChecks(
  { id, version, steps }: Pick<Chain, 'id' | 'version' | 'steps'>,
  after: readonly (readonly [StepKey, FunctionCode])[],
): Chain {
  const made = after.reduce<ChainStep[]>((list, [key, functionCode], index) => {
    const at = list.findIndex((step) => step.key === key);
    const own: ChainStep = {
      key: `own-${id}-y-kien-${index + 1}` as OwnStepKey,
      name: { vi: `Lấy ý kiến ${index + 1}`, en: `Opinion ${index + 1}` },
      function: functionCode,
      scope: 'lead-agency',
      clock: { kind: 'working-days', days: 3 },
      next: null,
    };
    return [...list.slice(0, at + 1), own, ...list.slice(at + 1)];
  }, chainSteps({ steps }));
  const linked = made.map((step, index) => ({ ...step, next: made[index + 1]?.key ?? null }));
  return chainOf(id, version, linked);
}

const WAYS_ON: ReadonlySet<string> = new Set([
  'submit',
  'approve',
  'recordPromulgation',
  'recordAnnouncement',
  'recordDatabaseEntry',
  'recordDisplay',
]);

/** What the generator draws; the command is built from it and the state, sometimes wrongly on purpose. */
const drawn = fc.record({
  who: fc.integer({ min: 0, max: everyone.length - 1 }),
  what: fc.nat(1_000),
  days: fc.integer({ min: 0, max: 20 }),
  stale: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  part: fc.integer({ min: 1, max: 3 }),
  /** Mostly someone whose step it is does what the step is for, so that walks get far. */
  fitting: fc.integer({ min: 0, max: 9 }).map((n) => n < 7),
});
export const walk = fc.array(drawn, { minLength: 5, maxLength: 60, size: 'max' });
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Remarks of their own ids, and what may become of one that is there. */
function remarkCommands<Place extends object>(
  state: PlanState | DocumentState,
  base: { readonly expectedVersion: number; readonly actor: Actor },
  draw: Drawn,
  place: Place,
) {
  const remarks = state.remarks ?? [];
  const remarkId = remarks[draw.days % Math.max(remarks.length, 1)]?.id ?? uuid;
  const commandId = `00000000-0000-4000-8000-${String(state.seq).padStart(12, '0')}`;
  const about = { ...base, commandId, remarkId };
  return [
    { ...base, commandId, ...place, type: 'remark' as const, text: 'sao còn giấy này' },
    { ...about, type: 'answerRemark' as const, text: 'đã bỏ' },
    { ...about, type: 'resolveRemark' as const },
    { ...about, type: 'reopenRemark' as const, text: 'chưa rõ' },
  ];
}

/** Someone who may act on one of the open steps, drawn from those there are; the drawn person if nobody may. */
function whoFits(steps: readonly OpenStep[], editors: readonly string[], draw: Drawn): Actor {
  const drawnPerson = everyone[draw.who % everyone.length] ?? lan;
  if (!draw.fitting) return drawnPerson;
  const able = everyone.filter((actor) =>
    steps.some((step) =>
      step.kind === 'edit' ? !objectionToActing(actor, step) : !objectionToDeciding(actor, step, editors),
    ),
  );
  return able[draw.who % Math.max(able.length, 1)] ?? drawnPerson;
}

export function planCommand(state: PlanState, draw: Drawn): StampedPlanCommand {
  const lanes = lanesOf(state);
  const lane = lanes[draw.days % Math.max(lanes.length, 1)];
  const actor = whoFits(lane ? [lane.step] : [], state.editors, draw);
  const expectedVersion = state.version - (draw.stale ? 1 : 0);
  const step = lane && draw.days < 15 ? { step: lane.step.key as PlanStepKey } : {};
  const base = { commandId: uuid, expectedVersion, actor, ...step };
  const { step: _any, ...plain } = base as typeof base & { step?: PlanStepKey };
  const part = lane?.procedureCodes.slice(0, draw.part) ?? ['9.999'];
  const commands: StampedPlanCommand[] = [
    { ...base, type: 'saveContent', facts: facts(draw.what % 50) },
    { ...base, type: 'saveContent', facts: editedFacts(state, part, draw.what % 50, draw.days % 2 === 0) },
    { ...base, type: 'submit' },
    { ...base, type: 'submit' },
    { ...base, type: 'return', procedureCodes: part, reason: 'thiếu ý kiến' },
    { ...base, type: 'return', procedureCodes: part.slice(-1), reason: 'thiếu ý kiến' },
    { ...base, type: 'approve', contentHash: draw.stale ? hashOf(0) : planContentHash(state) },
    { ...base, type: 'approve', contentHash: planContentHash(state) },
    { ...base, type: 'approve', contentHash: planContentHash(state) },
    { ...base, type: 'return', reason: 'thiếu ý kiến' },
    { ...base, type: 'refuse', reason: 'không khả thi' },
    { ...plain, type: 'withdraw', reason: 'rút' },
    { ...base, type: 'linkDocument', documentCode: 'ND-2', procedureCodes: ['1.001'] },
    { ...base, type: 'unlinkDocument', documentCode: 'ND-2', procedureCodes: ['1.001'] },
    { ...base, type: 'claim' },
    { ...base, type: 'release' },
    { ...base, type: 'reassign', to: 'duc', assignee: everyone[draw.what % everyone.length] ?? lan },
    { ...plain, type: 'comment', text: 'ý kiến' },
    ...remarkCommands(state, plain, draw, { field: 'papers' as const, procedureCode: '1.001' }),
  ];
  const useful = commands.filter((command) => WAYS_ON.has(command.type));
  const choice = draw.fitting && draw.what % 10 < 7 ? useful : commands;
  return choice[draw.what % choice.length] as StampedPlanCommand;
}

export function documentCommand(state: DocumentState, draw: Drawn, now: string): StampedDocumentCommand {
  const actor = whoFits(state.steps, allEditors(state), draw);
  const base = { commandId: uuid, expectedVersion: state.version - (draw.stale ? 1 : 0), actor };
  const today = dayOf(now);
  const { announced, inDatabase, displayed } = coverage(state);
  const part = (codes: string[]) => (codes.length > 0 ? codes.slice(0, draw.part) : ['9.999']);
  const linked = linkedProcedures(state);
  const evidence = evidenceOf(state);
  const wrong = evidence[draw.days % Math.max(evidence.length, 1)];
  const commands: StampedDocumentCommand[] = [
    { ...base, type: 'submit' },
    { ...base, type: 'approve', contentHash: documentContentHash(state) },
    { ...base, type: 'approve', contentHash: documentContentHash(state) },
    { ...base, type: 'return', reason: 'thiếu' },
    { ...base, type: 'refuse', reason: 'không' },
    { ...base, type: 'withdraw', reason: 'rút' },
    {
      ...base,
      type: 'saveContent',
      facts: {
        content: hashOf(draw.what),
        header: { ...state.header, plannedInForceOn: addDays(today, draw.days) },
      },
    },
    {
      ...base,
      type: 'recordPromulgation',
      number: '1/2026',
      signedOn: today,
      inForceOn: addDays(today, draw.days * 5),
    },
    {
      ...base,
      type: 'recordAnnouncement',
      decisionNumber: 'QĐ 1',
      signedOn: today,
      procedureCodes: part(linked.filter((code) => !announced.has(code))),
    },
    {
      ...base,
      type: 'recordDatabaseEntry',
      reference: 'CSDL 1',
      enteredOn: today,
      procedureCodes: part([...announced].filter((code) => !inDatabase.has(code))),
    },
    {
      ...base,
      type: 'recordDisplay',
      place: 'Bộ phận một cửa',
      displayedOn: today,
      procedureCodes: part([...inDatabase].filter((code) => !displayed.has(code))),
    },
    {
      ...base,
      type: 'correctEvidence',
      evidenceId: wrong?.id ?? 'E0',
      ...(wrong && wrong.kind !== 'promulgation' && draw.part === 1
        ? { procedureCodes: linked.slice(0, 1) }
        : { date: today }),
      reason: 'sai ngày',
    },
    {
      ...base,
      type: 'confirmCorrection',
      correctionId: state.corrections[0]?.id ?? 'C0',
      accept: draw.part > 1,
    },
    { ...base, type: 'claim' },
    { ...base, type: 'release' },
    { ...base, type: 'reassign', to: 'x', assignee: everyone[draw.days % everyone.length] ?? lan },
    { ...base, type: 'comment', text: 'ý kiến' },
    ...remarkCommands(state, base, draw, { field: 'articles' as const }),
  ];
  const useful = commands.filter((command) => WAYS_ON.has(command.type));
  const choice = draw.fitting && draw.what % 10 < 7 ? useful : commands;
  return choice[draw.what % choice.length] as StampedDocumentCommand;
}
