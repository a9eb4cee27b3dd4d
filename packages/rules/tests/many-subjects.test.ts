import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../src/actor.ts';
import { addDays, dayOf, startOfDay } from '../src/days.ts';
import { evidencedProcedures, linkedProcedures } from '../src/document/coverage.ts';
import type { StampedDocumentCommand } from '../src/document/command.ts';
import { documentContentHash } from '../src/document/state.ts';
import { foldDocument } from '../src/document/evolve.ts';
import { leavesVersion } from '../src/leaves-version.ts';
import { foldPlan } from '../src/plan/evolve.ts';
import { approvedMeasures, hasPassed, lanesOf } from '../src/plan/lanes.ts';
import { isEvidenced, planContentHash } from '../src/plan/state.ts';
import { FUNCTIONS, isClosed } from '../src/vocabulary.ts';
import { anyDocumentCommand, anyPlanCommand, OWN_DECREE_CHAIN, OWN_PLAN_CHAIN } from './model/commands.ts';
import { handsOf, Ledger } from './model/ledger.ts';
import { type DocumentLife, ManySubjects, type PlanLife } from './model/world.ts';
import { duc, hoa, lan, minh, phap } from './people.ts';
import { type Drawn, walk } from './walks.ts';

/** MODEL_RUNS=5000 walks for minutes; each run is three plans, what is split off them, and two documents with up to 180 commands. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 60);
const DECIDES = new Set(['approve', 'return', 'refuse', 'recordPromulgation', 'recordAnnouncement']);
const DRAFTS = new Set(['saveContent', 'linkDocument', 'unlinkDocument']);
const TRIES = 12;
const PLANS = ['P-1', 'P-2', 'P-3'];
const DOCUMENTS = ['TT-1', 'ND-2'] as const;

function begin(): { world: ManySubjects; ledger: Ledger } {
  const world = new ManySubjects();
  const ledger = new Ledger();
  world.startDocument('TT-1', 'circular');
  world.startDocument('ND-2', 'decree', OWN_DECREE_CHAIN);
  for (const code of DOCUMENTS) ledger.begin(`document/${code}`, hoa.id);
  for (const [index, code] of PLANS.entries()) {
    const documents = index === 1 ? ['TT-1', 'ND-2'] : ['TT-1'];
    world.startPlan(code, 'BTP', documents, index === 1 ? OWN_PLAN_CHAIN : undefined);
    ledger.begin(`plan/${code}`, lan.id);
  }
  return { world, ledger };
}

/** The straight way to where a circular waits for its signature, so that walks also see what comes after. */
function goFar(world: ManySubjects, ledger: Ledger): void {
  const given = (n: number, actor: Actor) => ({ commandId: commandIdOf(9_000 + n), actor });
  const plan = (n: number, actor: Actor, type: 'submit' | 'approve') => {
    const { state } = world.plan('P-1');
    const base = { ...given(n, actor), expectedVersion: state.version };
    const command =
      type === 'submit' ? { ...base, type } : { ...base, type, contentHash: planContentHash(state) };
    const answer = world.givePlan('P-1', command);
    if (!Array.isArray(answer)) throw new Error(JSON.stringify(answer));
    accepted(ledger, 'plan/P-1', command, state.version, answer);
  };
  const document = (n: number, actor: Actor, type: 'submit' | 'approve') => {
    const { state } = world.document('TT-1');
    const base = { ...given(n, actor), expectedVersion: state.version };
    const command =
      type === 'submit' ? { ...base, type } : { ...base, type, contentHash: documentContentHash(state) };
    const answer = world.giveDocument('TT-1', command);
    if (!Array.isArray(answer)) throw new Error(JSON.stringify(answer));
    accepted(ledger, 'document/TT-1', command, state.version, answer);
  };
  plan(1, lan, 'submit');
  plan(2, duc, 'approve');
  plan(3, minh, 'approve');
  while (world.deliver(0) !== false) noteHearing(world, ledger);
  document(4, lan, 'submit');
  document(5, phap, 'approve');
  document(6, lan, 'submit');
}

/** A plan taken back and taken up again: few walks come upon that by chance. */
function comeBack(world: ManySubjects, ledger: Ledger): void {
  for (const type of ['withdraw', 'reopen'] as const) {
    const { state } = world.plan('P-3');
    const commandId = commandIdOf(9_100 + state.version);
    const given = { commandId, actor: lan, expectedVersion: state.version };
    const said = { ...given, reason: 'làm lại' };
    const command = type === 'reopen' ? { ...said, type, evidenceAnew: true as const } : { ...said, type };
    const answer = world.givePlan('P-3', command);
    if (!Array.isArray(answer)) throw new Error(JSON.stringify(answer));
    accepted(ledger, 'plan/P-3', command, state.version, answer);
    saw(type);
  }
}

const commandIdOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let decisions = 0;
let covered = 0;
const seen = new Map<string, number>();
const saw = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

it('whatever befalls several plans and documents, nothing is lost, doubled, miscounted or decided by its drafter', () => {
  const property = fc.property(
    fc.array(walk, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.boolean(),
    (walks, far, back) => {
      const { world, ledger } = begin();
      if (far) goFar(world, ledger);
      if (back) comeBack(world, ledger);
      for (const [n, draw] of walks.flat().entries()) {
        act(world, ledger, draw, n + 1);
        for (const life of world.plans.values()) holdsForPlan(life);
        everyProcedureOnce(world);
        for (const code of DOCUMENTS) holdsForDocument(code, world.document(code), ledger);
      }
      while (world.deliver(0) !== false) noteHearing(world, ledger);
      for (const code of world.plans.keys()) countsAddUp(world, ledger, code);
      for (const code of DOCUMENTS) covered += evidencedProcedures(world.document(code).state).length;
      everyDecisionOnce(world, ledger);
    },
  );
  // About one walk in ten comes as far as evidence: where none of them did, others are walked.
  for (let times = 0; times === 0 || (covered === 0 && times < 5); times += 1) {
    fc.assert(property, { numRuns: RUNS });
  }
  expect(decisions).toBeGreaterThan(RUNS);
  expect(covered).toBeGreaterThan(0);
  for (const what of ['split', 'reopen', 'own']) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
});

function act(world: ManySubjects, ledger: Ledger, draw: Drawn, n: number): void {
  if (draw.what % 7 === 0) {
    const heard = world.deliver(draw.days);
    if (typeof heard === 'object') ledger.hear(`document/${heard.document}`, `plan/${heard.plan}`);
    return;
  }
  if (draw.what % 23 === 0) {
    world.now = startOfDay(addDays(dayOf(world.now), draw.days));
    world.tick();
    return;
  }
  const codes = [...world.plans.keys(), ...DOCUMENTS];
  const code = codes[(draw.what + draw.who) % codes.length] ?? 'P-1';
  // Whoever means to get on tries until something is taken; what is refused leaves no trace.
  for (let tries = 0; tries < (draw.fitting ? TRIES : 1); tries += 1) {
    const other = { ...draw, what: draw.what + tries };
    if (world.plans.has(code)) {
      if (givePlan(world, ledger, code, other, commandIdOf(n))) return;
    } else if (giveDocument(world, ledger, code, other, commandIdOf(n))) return;
  }
}

function givePlan(
  world: ManySubjects,
  ledger: Ledger,
  code: string,
  draw: Drawn,
  commandId: string,
): boolean {
  const { state } = world.plan(code);
  const command = anyPlanCommand(state, draw, commandId, world.now);
  const answer = world.givePlan(code, command);
  if (!Array.isArray(answer)) {
    expect(world.plan(code).state).toBe(state);
    return false;
  }
  expect(isClosed(state.phase) && !leavesVersion(command.type)).toBe(command.type === 'reopen');
  const [event] = answer;
  const drafts = event?.type === 'split' ? event.drafted : undefined;
  accepted(ledger, `plan/${code}`, command, state.version, answer, drafts);
  if (event?.type === 'split') ledger.part(`plan/${code}`, `plan/${event.into}`);
  if (event?.type === 'approved' && event.step.startsWith('own-')) saw('own');
  saw(command.type);
  return true;
}

function giveDocument(
  world: ManySubjects,
  ledger: Ledger,
  code: string,
  draw: Drawn,
  commandId: string,
): boolean {
  const { state } = world.document(code);
  const command = anyDocumentCommand(state, draw, commandId, world.now);
  const answer = world.giveDocument(code, command);
  if (!Array.isArray(answer)) {
    expect(world.document(code).state).toBe(state);
    return false;
  }
  accepted(ledger, `document/${code}`, command, state.version, answer);
  keepEvidence(ledger, `document/${code}`, command, world.document(code));
  return true;
}

/** Four eyes, also through a delegation; nobody is heard who saw another version. */
function accepted(
  ledger: Ledger,
  subject: string,
  command: { readonly type: string; readonly commandId: string; readonly actor: { readonly id: string } },
  version: number,
  events: readonly { readonly onBehalfOf?: { readonly id: string }; readonly version: number }[],
  drafts = DRAFTS.has(command.type),
): void {
  const represented = events[0]?.onBehalfOf?.id;
  const given = {
    subject,
    commandId: command.commandId,
    type: command.type,
    by: command.actor.id,
    ...(represented === undefined ? {} : { for: represented }),
  };
  if (DECIDES.has(command.type)) {
    decisions += 1;
    const barred = ledger.barred(subject);
    for (const hand of handsOf(given)) expect(barred.has(hand), `${hand} decides on ${subject}`).toBe(false);
  }
  if ('expectedVersion' in command && !leavesVersion(command.type)) {
    expect(command.expectedVersion).toBe(version);
    expect(events.at(-1)?.version).toBeGreaterThan(version);
  }
  ledger.note(given, drafts);
}

function keepEvidence(
  ledger: Ledger,
  subject: string,
  command: StampedDocumentCommand,
  life: DocumentLife,
): void {
  const evidence = ledger.evidence(subject);
  const id = `E${life.state.seq}`;
  switch (command.type) {
    case 'recordPromulgation':
      evidence.signed = true;
      break;
    case 'recordAnnouncement':
      evidence.announced.set(id, command.procedureCodes);
      break;
    case 'recordDatabaseEntry':
      evidence.entered.set(id, command.procedureCodes);
      break;
    case 'correctEvidence':
      evidence.corrections.set(`C${life.state.seq}`, {
        evidenceId: command.evidenceId,
        codes: command.procedureCodes ?? null,
      });
      break;
    case 'confirmCorrection': {
      const asked = evidence.corrections.get(command.correctionId);
      evidence.corrections.delete(command.correctionId);
      if (!asked || !command.accept) break;
      for (const kind of [evidence.announced, evidence.entered]) {
        const old = kind.get(asked.evidenceId);
        if (!old) continue;
        kind.delete(asked.evidenceId);
        kind.set(id, asked.codes ?? old);
      }
      break;
    }
    default:
      break;
  }
}

function holdsForPlan({ state, events }: PlanLife): void {
  const lanes = lanesOf(state);
  const inLanes = lanes.flatMap(({ procedureCodes }) => procedureCodes);
  const passed = approvedMeasures(state).map(({ procedureCode }) => procedureCode);
  if (!isClosed(state.phase)) {
    // Every procedure stands in exactly one place.
    expect([...inLanes, ...passed].sort()).toEqual(state.measures.map((one) => one.procedureCode).sort());
  }
  expect(new Set(lanes.map(({ step }) => step.key)).size).toBe(lanes.length);
  for (const { step } of lanes) {
    expect(FUNCTIONS).toContain(step.function);
    expect(state.chain.steps.some(({ key }) => key === step.key)).toBe(true);
  }
  if (state.phase === 'done') {
    expect(state.measures.every((measure) => isEvidenced(state, measure))).toBe(true);
  }
  expect(hasPassed(state.phase) || passed.length === 0).toBe(true);
  expect(foldPlan(events)).toEqual(state);
  expect(state.firstDeadline === null || state.firstDeadline === '2026-06-30').toBe(true);
}

/** Over a plan and all that was split off it and off that: each procedure stands in one of them. */
function everyProcedureOnce(world: ManySubjects): void {
  for (const root of PLANS) {
    const family = [...world.plans].filter(([code]) => code === root || code.startsWith(`${root}.`));
    const codes = family.flatMap(([, { state }]) => state.measures.map((one) => one.procedureCode));
    expect(codes.sort()).toEqual(['1.001', '1.002', '1.003']);
  }
}

function holdsForDocument(code: string, { state, events }: DocumentLife, ledger: Ledger): void {
  const keys = state.steps.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const step of state.steps) expect(FUNCTIONS).toContain(step.function);
  expect(evidencedProcedures(state)).toEqual(ledger.covered(`document/${code}`, linkedProcedures(state)));
  expect(state.firstPlannedInForceOn).toBe('2026-10-15');
  expect(foldDocument(events)).toEqual(state);
}

function noteHearing(world: ManySubjects, ledger: Ledger): void {
  for (const code of DOCUMENTS) {
    for (const plan of Object.keys(world.document(code).state.links))
      ledger.hear(`document/${code}`, `plan/${plan}`);
  }
}

/** Once all news has arrived, a procedure counts for a plan exactly when the ledger says so of each of its documents. */
function countsAddUp(world: ManySubjects, ledger: Ledger, code: string): void {
  const { state } = world.plan(code);
  if (isClosed(state.phase)) return;
  for (const measure of approvedMeasures(state)) {
    const everywhere = measure.documents.every((document) =>
      world.documents.has(document)
        ? ledger
            .covered(`document/${document}`, linkedProcedures(world.document(document).state))
            .includes(measure.procedureCode)
        : false,
    );
    expect(isEvidenced(state, measure), `${code} ${measure.procedureCode}`).toBe(
      measure.documents.length > 0 && everywhere,
    );
  }
}

/** Every command that was accepted is on record once, under its id, by the person who gave it; nothing else is. */
function everyDecisionOnce(world: ManySubjects, ledger: Ledger): void {
  const record = [
    ...[...world.plans].map(([code, { events }]) => ({ subject: `plan/${code}`, events })),
    ...[...world.documents].map(([code, { events }]) => ({ subject: `document/${code}`, events })),
  ].flatMap(({ subject, events }) =>
    events
      .slice(1)
      .flatMap(({ commandId, actor }) => (commandId ? [`${subject} ${commandId} ${actor.id}`] : [])),
  );
  expect(record.sort()).toEqual(
    ledger.given.map(({ subject, commandId, by }) => `${subject} ${commandId} ${by}`).sort(),
  );
}
