import { wholeMove } from '../../src/agency-move.ts';
import type { Actor } from '../../src/actor.ts';
import { VIETNAM_CALENDAR } from '../../src/calendar-vietnam.ts';
import { addDays, dayOf, type Instant } from '../../src/days.ts';
import type { StampedDocumentCommand } from '../../src/document/command.ts';
import type { DocumentState } from '../../src/document/state.ts';
import { documentChain, planChain } from '../../src/default-chains.ts';
import type { StampedPlanCommand } from '../../src/plan/command.ts';
import type { PlanState } from '../../src/plan/state.ts';
import { hashOf } from '../../src/hash.ts';
import { isClosed } from '../../src/vocabulary.ts';
import { admin, duc, hoa, lan, minh, office } from '../people.ts';
import { documentCommand, type Drawn, planCommand, withOwnChecks } from '../walks.ts';

/** What befalls a plan or document besides its straight way: dates, calendar, chain, merger, somebody's absence. */
const OTHER = 8;

const standIn = (absent: Actor, substitute: Actor): Actor => ({
  ...substitute,
  assignments: [
    ...substitute.assignments,
    ...absent.assignments.map((held) => ({
      ...held,
      onBehalfOf: {
        id: absent.id,
        name: absent.name,
        form: 'KT' as const,
        delegationId: '00000000-0000-4000-8000-0000000000d1',
      },
    })),
  ],
});

/** Duc is away and hoa, who also drafts, stands in; then minh is away and duc stands in. */
const withDelegation = (actor: Actor, draw: Drawn): Actor => {
  if (draw.what % 5 !== 0) return actor;
  if (actor.id === hoa.id) return standIn(duc, actor);
  return actor.id === duc.id ? standIn(minh, actor) : actor;
};

const calendarOf = (draw: Drawn, now: Instant) => ({
  ...VIETNAM_CALENDAR,
  version: `vn-${draw.days}`,
  holidays: [...VIETNAM_CALENDAR.holidays, addDays(dayOf(now), draw.days)],
});

/** Every so many commands some procedures go on in a plan of their own. */
const SPLITS = 11;

const plain = planChain({ approvalLevel: 'minister' });
/** Chains with checks of the ministry's own: of the legal department, and once more of procedure control. */
export const OWN_PLAN_CHAIN = withOwnChecks(plain, [['quality-check', 'legal-department']]);
export const OWN_DECREE_CHAIN = withOwnChecks(documentChain({ type: 'decree', shortened: false }), [
  ['respond', 'procedure-control'],
  ['draft', 'legal-department'],
]);

/** What was split off is not entered once more. */
function ofItsOwn(state: PlanState, command: StampedPlanCommand): StampedPlanCommand {
  if (command.type !== 'saveContent') return command;
  const own = new Set(state.measures.map(({ procedureCode }) => procedureCode));
  const measures = command.facts.measures.filter(({ procedureCode }) => own.has(procedureCode));
  return { ...command, facts: { ...command.facts, measures } };
}

type Given = { readonly commandId: string; readonly expectedVersion: number };

const reopening = (given: Given, draw: Drawn): StampedPlanCommand => ({
  ...given,
  type: 'reopen',
  evidenceAnew: true,
  reason: 'làm lại',
  actor: [office, minh, lan][draw.who % 3] ?? office,
});

function splitting(state: PlanState, given: Given, draw: Drawn): StampedPlanCommand {
  const drafter = draw.part === 1 ? minh : lan;
  const codes = state.measures.map(({ procedureCode }) => procedureCode);
  return {
    ...given,
    type: 'split',
    procedureCodes: codes.slice(0, draw.days % 2 === 0 ? 1 : draw.part),
    name: 'Phần tách',
    actor: withDelegation(drafter, draw),
    parting: {
      into: `${state.code}.${state.seq}`,
      contents: { rest: hashOf({ rest: given }), part: hashOf({ part: given }) },
    },
  };
}

/** A command for the plan under an id of its own, sometimes wrong on purpose. */
export function anyPlanCommand(
  state: PlanState,
  draw: Drawn,
  commandId: string,
  now: Instant,
): StampedPlanCommand {
  const version = { commandId, expectedVersion: state.version - (draw.stale ? 1 : 0) };
  const [request] = state.dates?.requests ?? [];
  if (draw.what % OTHER === 0) {
    const others: StampedPlanCommand[] = [
      { commandId, type: 'replan', actor: admin, calendar: calendarOf(draw, now) },
      {
        commandId,
        type: 'replan',
        actor: admin,
        chain: { ...(draw.part === 1 ? plain : OWN_PLAN_CHAIN), version: draw.days + 1 },
      },
      {
        commandId,
        type: 'moveAgency',
        actor: office,
        move: wholeMove('BTP', 'BNV'),
        operation: commandId,
      } as StampedPlanCommand,
      {
        commandId,
        type: 'moveAgency',
        actor: office,
        move: wholeMove('BNV', 'BTP'),
        operation: commandId,
      } as StampedPlanCommand,
      {
        ...version,
        type: 'requestDateChange',
        actor: hoa,
        date: 'deadline',
        to: addDays(dayOf(now), 40 + draw.days),
        reason: 'chờ',
      },
      {
        ...version,
        type: 'approveDateChange',
        actor: draw.part === 1 ? hoa : minh,
        requestId: request?.id ?? 'D0',
      },
      { ...version, type: 'refuseDateChange', actor: minh, requestId: request?.id ?? 'D0', reason: 'kịp' },
    ];
    return others[draw.days % others.length] as StampedPlanCommand;
  }
  if (isClosed(state.phase) || draw.what % SPLITS === 0) {
    return isClosed(state.phase) ? reopening(version, draw) : splitting(state, version, draw);
  }
  const command = ofItsOwn(state, planCommand(state, draw));
  return { ...command, commandId, actor: withDelegation(command.actor, draw) } as StampedPlanCommand;
}

/** The same for a document. */
export function anyDocumentCommand(
  state: DocumentState,
  draw: Drawn,
  commandId: string,
  now: Instant,
): StampedDocumentCommand {
  const version = { commandId, expectedVersion: state.version - (draw.stale ? 1 : 0) };
  const [request] = state.dates?.requests ?? [];
  if (draw.what % OTHER === 0) {
    const own = state.type === 'decree' && draw.part > 1;
    const chain = own ? OWN_DECREE_CHAIN : documentChain({ type: state.type, shortened: state.shortened });
    const others: StampedDocumentCommand[] = [
      { commandId, type: 'replan', actor: admin, calendar: calendarOf(draw, now) },
      { commandId, type: 'replan', actor: admin, chain: { ...chain, version: draw.days + 1 } },
      {
        ...version,
        type: 'requestDateChange',
        actor: hoa,
        date: 'plannedInForce',
        to: addDays(dayOf(now), 60 + draw.days),
        reason: 'chờ',
      },
      {
        ...version,
        type: 'approveDateChange',
        actor: draw.part === 1 ? hoa : minh,
        requestId: request?.id ?? 'D0',
      },
    ];
    return others[draw.days % others.length] as StampedDocumentCommand;
  }
  const command = documentCommand(state, draw, now);
  return { ...command, commandId, actor: withDelegation(command.actor, draw) } as StampedDocumentCommand;
}
