import { agencyMoved } from '../agency-move.ts';
import { inheritedBy } from '../heir.ts';
import { type PersonRef, personRef, SYSTEM } from '../person.ts';
import { receiverOf } from '../standing.ts';
import { nextAsked, nextStep, type StepDefinition } from '../chain.ts';
import { isUnsettled } from '../confirming/keeping.ts';
import { consultationEvent } from '../consultation/decide.ts';
import { fileEvent } from '../files/objections.ts';
import { dateEvent } from '../dates/decide.ts';
import type { Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { passedOn } from '../pass-on.ts';
import { leavesVersion } from '../leaves-version.ts';
import { optional } from '../plan/decide.ts';
import { remarkEvent } from '../remark/decide.ts';
import { chainAfter } from '../replan.ts';
import type { OpenStep } from '../step.ts';
import { assertNever, type DocumentStepKey, type StepKey } from '../vocabulary.ts';
import { barredAt, representedIn } from './acting.ts';
import type { StampedDocumentCommand } from './command.ts';
import type { DocumentEvent, DocumentEventBody, Flow } from './event.ts';
import { evolveDocument } from './evolve.ts';
import { flowAfterPromulgation, opened, phaseAt, redated } from './flow.ts';
import { documentReturnTargets, objectionToDocumentCommand } from './objections.ts';
import { corrected, correctionFrom, evidenceFrom } from './recording.ts';
import { approvalsVoided, verdictOf } from './material.ts';
import { stepFor } from './step-for.ts';
import { type Correction, type DocumentState, type Evidence, evidenceOf } from './state.ts';
import { documentUnder } from './replan.ts';

/** What a command does to a document: the event that follows, or why not. Pure; `now` is the workflow's time. */
export function decideDocument(
  state: DocumentState,
  command: StampedDocumentCommand,
  now: Instant,
): Result<DocumentEvent[]> {
  const objection = objectionToDocumentCommand(state, command, now);
  if (objection) return { ok: false, rejection: objection };
  const represented = representedIn(state, command);
  const envelope = {
    seq: state.seq + 1,
    version: raisesVersion(command) ? state.version + 1 : state.version,
    at: now,
    actor: personRef(command.actor),
    ...optional('onBehalfOf', represented),
    commandId: command.commandId,
  };
  const by = personRef(command.actor, represented);
  const event = { ...eventBody(state, command, by, now), ...envelope };
  const moved = inherited(state, event, command, now);
  if (!moved) return ok([event]);
  const under = evolveDocument(state, moved);
  return ok([moved, { ...eventBody(under, command, by, now), ...envelope, seq: moved.seq + 1 }]);
}

/** Evidence that no longer holds opens a document that is done again: for the agency that has its work now. */
function inherited(
  state: DocumentState,
  event: DocumentEvent,
  command: StampedDocumentCommand,
  now: Instant,
): DocumentEvent | null {
  if (command.type !== 'confirmCorrection' || state.phase !== 'done') return null;
  if (evolveDocument(state, event).phase === 'done') return null;
  const facts = inheritedBy({ leadAgency: state.leadAgency, coAgencies: [] }, command.heir);
  return facts && { ...facts, seq: state.seq + 1, version: state.version, at: now, actor: SYSTEM };
}

const keeping = (state: DocumentState, check: StepKey): { readonly keeps?: true } =>
  isUnsettled(state, check) ? { keeps: true } : {};

/** A remark, a file or another calendar changes nothing that an approver signs; another chain does. */
const raisesVersion = (command: StampedDocumentCommand): boolean =>
  command.type === 'replan' ? command.chain !== undefined : !leavesVersion(command.type);

function eventBody(
  state: DocumentState,
  command: StampedDocumentCommand,
  by: PersonRef,
  now: Instant,
): DocumentEventBody {
  if (command.type === 'moveAgency') {
    return agencyMoved({ leadAgency: state.leadAgency, coAgencies: [] }, command);
  }
  if (command.type === 'passOnStep') {
    return passedOn(state.steps, command, (step) => barredAt(state, step));
  }
  if (command.type === 'replan') {
    const { steps } = documentUnder(state, command, now);
    return {
      type: 'replanned',
      flow: { steps, phase: state.phase },
      ...optional('chain', command.chain && chainAfter(state, command.chain)),
      ...optional('calendar', command.calendar),
    };
  }
  const stepKey = 'step' in command && command.type !== 'explainDelay' ? command.step : undefined;
  const step = stepFor(state, command.type, command.actor, stepKey) as OpenStep;
  switch (command.type) {
    case 'saveContent': {
      const after = { ...state, header: command.facts.header };
      return {
        type: 'contentSaved',
        facts: command.facts,
        flow: { steps: redated(after, now), phase: state.phase },
      };
    }
    case 'submit': {
      const voided = state.promulgation ? [] : approvalsVoided(state);
      return {
        type: 'submitted',
        step: step.key,
        flow: flowAfterSubmission(state, step, now),
        ...optional('note', command.note),
        ...optional('voided', voided.length > 0 ? voided : undefined),
      };
    }
    case 'approve':
      return {
        type: 'approved',
        step: step.key,
        contentHash: command.contentHash,
        flow: onward(state, step, now),
        ...optional('decisionNumber', command.decisionNumber),
        ...optional('note', command.note),
        ...keeping(state, step.key),
      };
    case 'confirmChanges':
      return {
        type: 'approved',
        step: step.key,
        contentHash: command.contentHash,
        flow: onward(state, step, now),
        confirms: command.remarkIds,
      };
    case 'return': {
      const key = (command.toStep ??
        documentReturnTargets(state, step.key).at(-1)?.key ??
        'draft') as DocumentStepKey;
      const others = state.steps.filter((open) => open.key !== step.key);
      const steps = inChainOrder(state, [...others, opened(state, key, now)]);
      return {
        type: 'returned',
        step: step.key,
        flow: { steps, phase: state.promulgation ? state.phase : 'returned' },
        reason: command.reason,
        ...keeping(state, step.key),
      };
    }
    case 'refuse':
      return { type: 'refused', step: step.key, reason: command.reason };
    case 'withdraw':
      return { type: 'withdrawn', reason: command.reason };
    case 'claim':
      return { type: 'stepClaimed', step: step.key };
    case 'release':
      return { type: 'stepReleased', step: step.key };
    case 'reassign':
      return {
        type: 'stepReassigned',
        step: step.key,
        to: receiverOf(command.assignee, step, barredAt(state, step)),
        ...optional('reason', command.reason),
      };
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return dateEvent(state, command, now);
    case 'comment':
      return { type: 'commented', text: command.text, ...optional('procedureCode', command.procedureCode) };
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return remarkEvent(state, command);
    case 'recordPromulgation':
    case 'recordAnnouncement':
    case 'recordDatabaseEntry':
    case 'recordDisplay': {
      const evidence = evidenceFrom(state, command, by, now);
      const contentHash = 'contentHash' in command ? command.contentHash : undefined;
      return {
        type: 'evidenceRecorded',
        step: step.key,
        evidence,
        ...optional('contentHash', contentHash),
        flow: flowWith(state, evidence, null, now),
      };
    }
    case 'correctEvidence':
      return { type: 'correctionAsked', correction: correctionFrom(state, command, by, now) };
    case 'confirmCorrection': {
      if (!command.accept) return { type: 'correctionRefused', correctionId: command.correctionId };
      const asked = state.corrections.find(({ id }) => id === command.correctionId) as Correction;
      const old = evidenceOf(state).find(({ id }) => id === asked.evidenceId) as Evidence;
      const evidence = corrected(old, asked, {
        id: `E${state.seq + 1}`,
        recordedBy: asked.askedBy,
        recordedAt: now,
      });
      const flow = flowWith(state, evidence, old.id, now);
      return { type: 'correctionConfirmed', correctionId: asked.id, evidence, replaces: old.id, flow };
    }
    case 'askConsultation':
    case 'answerConsultation':
    case 'respondToPoint':
      return consultationEvent(state, command, now);
    case 'attachFile':
    case 'detachFile':
      return fileEvent(state, command);
    default:
      return assertNever(command);
  }
}

/**
 * A check is asked again when something material has changed since it approved, before anybody signs; one whose
 * approval stands is not.
 */
function flowAfterSubmission(state: DocumentState, step: OpenStep, now: Instant): Flow {
  if (step.key === 'draft-announcement') return flowAfterPromulgation(state, now, true);
  return openedNext(
    state,
    nextAsked(state.chain, step.key, (check) => verdictOf(state, check)),
    now,
  );
}

/** The step after `step` in the chain. */
const onward = (state: DocumentState, step: OpenStep, now: Instant): Flow =>
  openedNext(state, nextStep(state.chain, step.key), now);

function openedNext(state: DocumentState, next: StepDefinition | null, now: Instant): Flow {
  if (!next) return { steps: [], phase: 'done' };
  const open = opened(state, next.key as DocumentStepKey, now);
  return { steps: [open], phase: phaseAt(open) };
}

const inChainOrder = (state: DocumentState, steps: readonly OpenStep[]): OpenStep[] => {
  const place = (key: StepKey) => state.chain.steps.findIndex((step) => step.key === key);
  return [...steps].sort((a, b) => place(a.key) - place(b.key));
};

/** Steps and phase once `evidence` stands in the record, in place of `replaces` where it corrects it. */
function flowWith(state: DocumentState, evidence: Evidence, replaces: string | null, now: Instant): Flow {
  const probe: DocumentEvent = replaces
    ? {
        type: 'correctionConfirmed',
        correctionId: '',
        evidence,
        replaces,
        flow: state,
        ...probeEnvelope(state, now),
      }
    : { type: 'evidenceRecorded', step: 'promulgate', evidence, flow: state, ...probeEnvelope(state, now) };
  const after = evolveDocument(state, probe);
  const signing = state.steps.some((step) => step.key === 'sign-announcement');
  const flow = flowAfterPromulgation(after, now, signing);
  return { ...flow, steps: redated({ ...after, steps: flow.steps }, now) };
}

const probeEnvelope = (state: DocumentState, at: Instant) => ({
  seq: state.seq + 1,
  version: state.version,
  at,
  actor: { id: '', name: '' },
});
