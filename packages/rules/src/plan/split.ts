import { lastSeenOf } from '../confirming/last-seen.ts';
import type { Instant } from '../day.ts';
import type { Hash } from '../hash.ts';
import { doer, handsOf } from '../person.ts';
import { remarksOf } from '../remark/state.ts';
import type { Approval } from '../step.ts';
import type { PlanEvent } from './event.ts';
import { approvedMeasures, type Lane, lanesOf, lanesWithout, standingOf } from './lanes.ts';
import type { PlanMeasure, PlanState } from './state.ts';

/** What a split needs to know: which measures leave, and the plan they make. */
export interface Parting {
  readonly procedureCodes: readonly string[];
  readonly name: string;
  /** Code of the plan that begins. */
  readonly into: string;
  /** Content rows of what stays and of what leaves. */
  readonly contents: { readonly rest: Hash; readonly part: Hash };
  readonly at: Instant;
  /** Whose hands were in it, where it is an act of drafting. */
  readonly hands: readonly string[];
}

/** Where a plan that was split off comes from; what happened until then is the history of both. */
export interface SplitFrom {
  readonly code: string;
  /** Number of the event that split it, in the history of that plan. */
  readonly seq: number;
  readonly at: Instant;
  /** The plan the content was first approved in: what a document's approval of it names. */
  readonly origin: string;
  /** How many of the finished steps are the other plan's own. */
  readonly sharedSteps: number;
}

/** A plan that was split off, with what it began with: its documents may hear of it from both. */
export interface SplitInto {
  readonly code: string;
  readonly at: Instant;
  readonly measures: readonly PlanMeasure[];
  /** Procedures of it that were approved. */
  readonly approved: readonly string[];
}

/** The state the new plan begins with: everything the measures bring along. */
export function splitOff(state: PlanState, parting: Parting): Omit<PlanState, 'seq' | 'version'> {
  const {
    seq,
    version: _version,
    aside: _aside,
    splitInto: _splitInto,
    remarks: _remarks,
    lastSeen: _lastSeen,
    // A file lies with the plan it was attached to.
    files: _files,
    ...common
  } = state;
  const moving = new Set(parting.procedureCodes);
  const moves = (measure: PlanMeasure) => moving.has(measure.procedureCode);
  const measures = state.measures.filter(moves);
  const remarks = remarksOf(state).filter((one) => moving.has(one.procedureCode ?? ''));
  return {
    ...common,
    ...standingOfPart(state, measures),
    code: parting.into,
    header: { ...state.header, name: parting.name },
    content: parting.contents.part,
    measures,
    approvals: approvalsOf(state, measures),
    documents: documentsOf(state, measures),
    editors: editorsAfter(state, parting.hands),
    ...(state.inForce ? { inForce: state.inForce.filter(moves) } : {}),
    // What is asked about the first plan's dates is decided there.
    ...(state.dates ? { dates: { ...state.dates, requests: [] } } : {}),
    ...(remarks.length > 0 ? { remarks } : {}),
    ...lastSeenOf(state, moving),
    splitFrom: {
      code: state.code,
      seq: seq + 1,
      at: parting.at,
      origin: originOf(state),
      sharedSteps: state.finishedSteps.length,
    },
  };
}

/** What stays in the first plan: its main step and phase are those it had. */
export function withoutParted(
  state: PlanState,
  event: Extract<PlanEvent, { type: 'split' }>,
): Partial<PlanState> {
  const gone = new Set(event.procedureCodes);
  const stays = (measure: PlanMeasure) => !gone.has(measure.procedureCode);
  const measures = state.measures.filter(stays);
  const left = state.measures.filter((measure) => !stays(measure));
  const approved = approvedMeasures(state).filter((measure) => !stays(measure));
  return {
    content: event.content,
    measures,
    aside: lanesWithout(state.aside ?? [], gone),
    approvals: approvalsOf(state, measures),
    documents: documentsOf(state, measures),
    editors: editorsAfter(state, event.drafted ? handsOf(doer(event)) : []),
    ...(state.inForce ? { inForce: state.inForce.filter(stays) } : {}),
    ...(state.remarks ? { remarks: state.remarks.filter((one) => !gone.has(one.procedureCode ?? '')) } : {}),
    ...lastSeenOf(state, new Set(measures.map(({ procedureCode }) => procedureCode))),
    splitInto: [
      ...(state.splitInto ?? []),
      {
        code: event.into,
        at: event.at,
        measures: left,
        approved: approved.map(({ procedureCode }) => procedureCode),
      },
    ],
  };
}

/** The first event of the plan that was split off: the same moment, the same person, the same command. */
export function splitOffEvent(event: Extract<PlanEvent, { type: 'split' }>): PlanEvent {
  const { at, actor, commandId, onBehalfOf, receipt, state } = event;
  return {
    type: 'planSplitOff',
    seq: 1,
    version: 1,
    at,
    actor,
    ...(commandId === undefined ? {} : { commandId }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(receipt === undefined ? {} : { receipt }),
    state,
  };
}

export const originOf = (state: Pick<PlanState, 'code' | 'splitFrom'>): string =>
  state.splitFrom?.origin ?? state.code;

/** Its lanes, the furthest of which is now the main one unless something of it has passed. */
function standingOfPart(
  state: PlanState,
  measures: readonly PlanMeasure[],
): Pick<PlanState, 'step' | 'phase' | 'aside'> {
  const own = new Set(measures.map(({ procedureCode }) => procedureCode));
  const others = new Set(
    state.measures.map(({ procedureCode }) => procedureCode).filter((code) => !own.has(code)),
  );
  const lanes: readonly Lane[] = lanesWithout(lanesOf(state), others);
  const passed = approvedMeasures(state).some((measure) => own.has(measure.procedureCode));
  const { next, aside, phase } = standingOf(state, lanes, passed);
  return {
    step: next,
    phase: state.phase === 'drafting' ? 'drafting' : phase,
    ...(aside.length > 0 ? { aside } : {}),
  };
}

const editorsAfter = (state: PlanState, hands: readonly string[]): readonly string[] => [
  ...new Set([...state.editors, ...hands]),
];

/** The approvals, each with what it saw of these measures. */
function approvalsOf(state: PlanState, measures: readonly PlanMeasure[]): readonly Approval[] {
  const own = new Set(measures.map(({ procedureCode }) => procedureCode));
  return state.approvals.map((approval) => {
    if (!approval.items) return approval;
    const items = Object.fromEntries(Object.entries(approval.items).filter(([code]) => own.has(code)));
    return { ...approval, items };
  });
}

/** What the documents of these measures last told, about these procedures. */
function documentsOf(state: PlanState, measures: readonly PlanMeasure[]): PlanState['documents'] {
  const linked = new Set(measures.flatMap((measure) => measure.documents));
  const own = new Set(measures.map((measure) => measure.procedureCode));
  return Object.fromEntries(
    Object.entries(state.documents)
      .filter(([code]) => linked.has(code))
      .map(([code, news]) => [
        code,
        { ...news, evidenced: news.evidenced.filter((procedure) => own.has(procedure)) },
      ]),
  );
}
