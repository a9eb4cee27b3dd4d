import { forgotten, lastSeenAfter } from '../confirming/last-seen.ts';
import { evolveRemarks, settled } from '../remark/evolve.ts';
import { remarksOf } from '../remark/state.ts';
import { filesAfter } from '../files/file.ts';
import { movedStep, withFormer } from '../agency-move.ts';
import { doer, handsOf, type PersonRef } from '../person.ts';
import { bookOf } from '../dates/book.ts';
import { evolveBook } from '../dates/evolve.ts';
import { withPlanDate } from '../dates/header.ts';
import { finishStep, type FinishedStep, type OpenStep } from '../step.ts';
import { assertNever, type StepKey } from '../vocabulary.ts';
import type { PlanEvent } from './event.ts';
import { hasPassed, type Lane, lanesOf } from './lanes.ts';
import { seenItems, withoutVoided } from './material.ts';
import { withoutParted } from './split.ts';
import type { PlanMeasure, PlanState } from './state.ts';

/**
 * The plan after one more event. Pure and without rules: everything that followed from a decision
 * stands in its event.
 *
 * @throws RangeError when the first event is not a beginning, or the event is not the next one.
 */
export function evolvePlan(state: PlanState | null, event: PlanEvent): PlanState {
  if (event.seq !== (state?.seq ?? 0) + 1) {
    throw new RangeError(`event ${event.seq} does not follow ${state?.seq ?? 0}`);
  }
  if (isBeginning(event)) {
    return { ...event.state, seq: event.seq, version: event.version };
  }
  if (!state) throw new RangeError(`a plan cannot begin with ${event.type}`);
  const changed = { ...state, ...change(state, event), seq: event.seq, version: event.version };
  const { aside = [], inForce, ...after } = changed;
  // What counted before a plan was reopened counts until all of it is approved anew, or taken back.
  const stands = inForce && event.type !== 'withdrawn' && (!hasPassed(after.phase) || aside.length > 0);
  return { ...after, ...(aside.length > 0 ? { aside } : {}), ...(stands ? { inForce } : {}) };
}

export const foldPlan = (events: readonly PlanEvent[]): PlanState | null =>
  events.reduce<PlanState | null>(evolvePlan, null);

type Beginning = Extract<PlanEvent, { type: 'planStarted' | 'planImported' | 'planSplitOff' }>;
const isBeginning = (event: PlanEvent): event is Beginning =>
  event.type === 'planStarted' || event.type === 'planImported' || event.type === 'planSplitOff';

type Change = Partial<PlanState>;

function change(state: PlanState, event: Exclude<PlanEvent, Beginning>): Change {
  switch (event.type) {
    case 'contentSaved':
      return {
        content: event.facts.content,
        header: event.facts.header,
        measures: event.facts.measures,
        firstDeadline: state.firstDeadline ?? event.facts.header.deadline,
        editors: withEditor(state, doer(event)),
        step: state.step && { ...state.step, dueOn: event.dueOn, timing: event.timing },
        aside: event.aside ?? [],
      };
    case 'documentLinked':
      return {
        editors: withEditor(state, doer(event)),
        measures: relink(state, event.procedureCodes, (codes) =>
          [...new Set([...codes, event.documentCode])].sort(),
        ),
      };
    case 'documentUnlinked':
      return {
        editors: withEditor(state, doer(event)),
        measures: relink(state, event.procedureCodes, (codes) =>
          codes.filter((code) => code !== event.documentCode),
        ),
      };
    case 'submitted':
      return {
        ...moveOn(state, event, 'submitted'),
        ...(event.voided ? { approvals: withoutVoided(state.approvals, event.voided) } : {}),
        phase: event.phase,
      };
    case 'approved': {
      const { step, at, contentHash } = event;
      const codes = event.procedureCodes ?? codesAt(state, step);
      const items = seenItems(state, codes);
      const seen = Object.keys(items).length > 0 ? { items } : {};
      return {
        ...moveOn(state, event, 'approved'),
        ...keep(state, event, codes),
        ...(event.confirms ? { remarks: settled(remarksOf(state), event.confirms, event) } : {}),
        approvals: [...state.approvals, { step, by: doer(event), at, contentHash, ...seen }],
        phase: event.phase,
      };
    }
    case 'returned':
      return {
        ...moveOn(state, event, 'returned'),
        ...keep(state, event, event.procedureCodes ?? codesAt(state, event.step)),
        phase: event.phase ?? 'returned',
      };
    case 'refused':
      return { ...moveOn(state, { ...event, next: null }, 'refused'), ...forgotten(state), phase: 'refused' };
    case 'withdrawn':
      return {
        ...moveOn(state, { ...event, next: null }, 'withdrawn'),
        ...forgotten(state),
        phase: 'withdrawn',
      };
    case 'stepClaimed':
      return changeStep(state, event.step, { holder: doer(event), heldSince: event.at });
    case 'stepReleased':
      return changeStep(state, event.step, { holder: null, heldSince: null });
    case 'stepReassigned':
      return changeStep(state, event.step, { holder: event.to, heldSince: event.at });
    case 'replanned': {
      const under = (step: OpenStep): OpenStep => event.steps.find(({ key }) => key === step.key) ?? step;
      return {
        chain: event.chain ?? state.chain,
        calendar: event.calendar ?? state.calendar,
        step: state.step && under(state.step),
        ...(state.aside ? { aside: state.aside.map((lane) => ({ ...lane, step: under(lane.step) })) } : {}),
      };
    }
    case 'commented':
      return {};
    case 'remarked':
    case 'remarkAnswered':
    case 'remarkResolved':
    case 'remarkReopened':
      return { remarks: evolveRemarks(remarksOf(state), event) };
    case 'fileAttached':
      return {
        files: filesAfter(state.files, event),
        // Whoever attaches a draft has drafted.
        ...(event.file.kind === 'draft' ? { editors: withEditor(state, doer(event)) } : {}),
      };
    case 'fileDetached':
      return { files: filesAfter(state.files, event) };
    case 'documentProgressed':
      return { documents: { ...state.documents, [event.documentCode]: event.news }, phase: event.phase };
    case 'agencyMoved':
      return {
        leadAgency: event.leadAgency,
        formerAgencies: withFormer(state.formerAgencies, event.before, event),
        header: { ...state.header, coAgencies: event.coAgencies },
        step: state.step && movedStep(state.step, event),
        ...(state.aside
          ? { aside: state.aside.map((lane) => ({ ...lane, step: movedStep(lane.step, event) })) }
          : {}),
      };
    case 'completed':
      return { phase: 'done', step: null };
    case 'dateChangeRequested':
    case 'dateChangeRefused':
    case 'delayExplained':
      return { dates: evolveBook(bookOf(state), event) };
    case 'dateChangeApproved': {
      const { date, to } = event.change;
      return {
        dates: evolveBook(bookOf(state), event),
        header: withPlanDate(state.header, date, to),
        firstDeadline: state.firstDeadline ?? (date === 'deadline' ? to : null),
        ...withSteps(state, event.steps),
      };
    }
    case 'split':
      return withoutParted(state, event);
    case 'reopened':
      return {
        step: event.next,
        phase: event.phase,
        ...(state.phase === 'done' ? { inForce: state.measures } : {}),
        ...(event.evidenceAnew ? { asksSince: event.seq, documents: unheard(state.documents) } : {}),
        ...(event.anew ? { approvals: state.approvals.map(({ items: _seen, ...given }) => given) } : {}),
      };
    case 'stepTimingChanged':
      return changeStep(state, event.step, { timing: event.timing });
    default:
      return assertNever(event);
  }
}

const codesAt = (state: PlanState, step: StepKey): readonly string[] =>
  lanesOf(state).find((lane) => lane.step.key === step)?.procedureCodes ?? [];

/** What a check saw of procedures that leave it with remarks of its own unsettled; an answer is measured against it. */
function keep(
  state: PlanState,
  event: Extract<PlanEvent, { type: 'approved' | 'returned' }>,
  decided: readonly string[],
): Change {
  const { at, step } = event;
  const seen = Object.entries(seenItems(state, event.keeps ?? []));
  const saw = seen.map(([code, items]) => [code, { at, content: state.content, items }] as const);
  return lastSeenAfter(state, step, decided, Object.fromEntries(saw));
}

interface Moved extends Pick<PlanEvent, 'at' | 'actor' | 'onBehalfOf'> {
  readonly step?: StepKey;
  readonly next: OpenStep | null;
  readonly aside?: readonly Lane[];
  readonly procedureCodes?: readonly string[];
}

/**
 * Steps that were open and are no longer have finished with this event; one that some of its procedures left
 * stays open for the others, and its part has finished.
 */
function moveOn(state: PlanState, moved: Moved, outcome: FinishedStep['outcome']): Change {
  const { next, aside = [], at } = moved;
  const by = doer(moved);
  const open = [...(next ? [next] : []), ...aside.map((lane) => lane.step)];
  const isOpen = (step: OpenStep) =>
    open.some(({ key, openedAt }) => key === step.key && openedAt === step.openedAt);
  const lanes = lanesOf(state);
  const finished = lanes.flatMap(({ step, procedureCodes }) => {
    const part = step.key === moved.step ? moved.procedureCodes : undefined;
    if (isOpen(step)) return part ? [finishStep(step, at, by, outcome, part)] : [];
    const isPart = procedureCodes.length < state.measures.length;
    return [finishStep(step, at, by, outcome, part ?? (isPart ? procedureCodes : undefined))];
  });
  return { finishedSteps: [...state.finishedSteps, ...finished], step: next, aside };
}

const changeStep = (state: PlanState, key: StepKey, facts: Partial<OpenStep>): Change => {
  const changed = (step: OpenStep): OpenStep => (step.key === key ? { ...step, ...facts } : step);
  return {
    step: state.step && changed(state.step),
    aside: (state.aside ?? []).map((lane) => ({ ...lane, step: changed(lane.step) })),
  };
};

/** What is drafted in somebody's name is theirs too. */
const withEditor = (state: PlanState, by: PersonRef): readonly string[] => [
  ...new Set([...state.editors, ...handsOf(by)]),
];
/** The open steps as `steps` has them; which procedures are at which stays. */
const withSteps = (state: PlanState, steps: readonly OpenStep[]): Change => {
  const now = (step: OpenStep): OpenStep => steps.find(({ key }) => key === step.key) ?? step;
  return {
    step: state.step && now(state.step),
    ...(state.aside ? { aside: state.aside.map((lane) => ({ ...lane, step: now(lane.step) })) } : {}),
  };
};

function relink(
  state: PlanState,
  procedureCodes: readonly string[],
  documents: (codes: readonly string[]) => readonly string[],
): readonly PlanMeasure[] {
  return state.measures.map((measure) =>
    procedureCodes.includes(measure.procedureCode)
      ? { ...measure, documents: documents(measure.documents) }
      : measure,
  );
}

/** Documents of which it is not known what evidence they have by now. */
const unheard = (documents: PlanState['documents']): PlanState['documents'] =>
  Object.fromEntries(Object.entries(documents).map(([code, news]) => [code, { ...news, evidenced: [] }]));
