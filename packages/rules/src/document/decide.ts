import { personRef } from '../person.ts';
import { nextStep } from '../chain.ts';
import { timingOf } from '../clock.ts';
import { dayOf, type Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import type { PlanLinkNews } from '../messages.ts';
import { optional } from '../plan/decide.ts';
import type { OpenStep } from '../step.ts';
import { assertNever, type DocumentStepKey, isClosed, type StepKey } from '../vocabulary.ts';
import type { StampedDocumentCommand } from './command.ts';
import { coverage, linkedProcedures } from './coverage.ts';
import type { DocumentEvent, DocumentEventBody, Flow } from './event.ts';
import { evolveDocument } from './evolve.ts';
import { flowAfterPromulgation, opened, phaseAt, redated } from './flow.ts';
import { documentReturnTargets, objectionToDocumentCommand, stepFor } from './objections.ts';
import { type Correction, type DocumentState, type Evidence, evidenceOf, isUnappraised } from './state.ts';

/** What a command does to a document: the event that follows, or why not. Pure; `now` is the workflow's time. */
export function decideDocument(
  state: DocumentState,
  command: StampedDocumentCommand,
  now: Instant,
): Result<DocumentEvent[]> {
  const objection = objectionToDocumentCommand(state, command, now);
  if (objection) return { ok: false, rejection: objection };
  const envelope = {
    seq: state.seq + 1,
    // A remark changes nothing that an approver looks at.
    version: command.type === 'comment' ? state.version : state.version + 1,
    at: now,
    actor: personRef(command.actor),
    commandId: command.commandId,
  };
  return ok([{ ...eventBody(state, command, now), ...envelope }]);
}

function eventBody(state: DocumentState, command: StampedDocumentCommand, now: Instant): DocumentEventBody {
  const stepKey = 'step' in command ? command.step : undefined;
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
    case 'submit':
      return {
        type: 'submitted',
        step: step.key,
        flow: flowAfterSubmission(state, step, now),
        ...optional('note', command.note),
      };
    case 'approve':
      return {
        type: 'approved',
        step: step.key,
        contentHash: command.contentHash,
        flow: onward(state, step, now),
        ...optional('decisionNumber', command.decisionNumber),
        ...optional('note', command.note),
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
        to: personRef(command.assignee),
        ...optional('reason', command.reason),
      };
    case 'comment':
      return { type: 'commented', text: command.text, ...optional('procedureCode', command.procedureCode) };
    case 'recordPromulgation':
    case 'recordAnnouncement':
    case 'recordDatabaseEntry':
    case 'recordDisplay': {
      const evidence = evidenceFrom(state, command, now);
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
      return { type: 'correctionAsked', correction: correctionFrom(state, command, now) };
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
    default:
      return assertNever(command);
  }
}

/** A change of something material since the appraisal asks the appraisal again, before anybody signs. */
function flowAfterSubmission(state: DocumentState, step: OpenStep, now: Instant): Flow {
  if (step.key === 'draft-announcement') return flowAfterPromulgation(state, now, true);
  if (step.key !== 'respond' || !isUnappraised(state)) return onward(state, step, now);
  return { steps: [opened(state, 'appraisal', now)], phase: 'submitted' };
}

/** The step after `step` in the chain. */
function onward(state: DocumentState, step: OpenStep, now: Instant): Flow {
  const next = nextStep(state.chain, step.key);
  if (!next) return { steps: [], phase: 'done' };
  const open = opened(state, next.key as DocumentStepKey, now);
  return { steps: [open], phase: phaseAt(open) };
}

const inChainOrder = (state: DocumentState, steps: readonly OpenStep[]): OpenStep[] => {
  const place = (key: StepKey) => state.chain.steps.findIndex((step) => step.key === key);
  return [...steps].sort((a, b) => place(a.key) - place(b.key));
};

function evidenceFrom(
  state: DocumentState,
  command: Extract<StampedDocumentCommand, { type: `record${string}` }>,
  now: Instant,
): Evidence {
  const base = { id: `E${state.seq + 1}`, recordedBy: personRef(command.actor), recordedAt: now };
  switch (command.type) {
    case 'recordPromulgation':
      return {
        kind: 'promulgation',
        ...base,
        number: command.number,
        signedOn: command.signedOn,
        inForceOn: command.inForceOn,
      };
    case 'recordAnnouncement':
      return {
        kind: 'announcement',
        ...base,
        decisionNumber: command.decisionNumber,
        signedOn: command.signedOn,
        procedureCodes: command.procedureCodes,
      };
    case 'recordDatabaseEntry':
      return {
        kind: 'database-entry',
        ...base,
        reference: command.reference,
        enteredOn: command.enteredOn,
        procedureCodes: command.procedureCodes,
      };
    case 'recordDisplay': {
      const { inDatabase, displayed } = coverage(state);
      const waiting = [...inDatabase].filter((code) => !displayed.has(code)).sort();
      return {
        kind: 'display',
        ...base,
        place: command.place,
        displayedOn: command.displayedOn,
        procedureCodes: command.procedureCodes ?? waiting,
      };
    }
    default:
      return assertNever(command);
  }
}

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

function correctionFrom(
  state: DocumentState,
  command: Extract<StampedDocumentCommand, { type: 'correctEvidence' }>,
  now: Instant,
): Correction {
  return {
    id: `C${state.seq + 1}`,
    evidenceId: command.evidenceId,
    ...optional('number', command.number),
    ...optional('date', command.date),
    ...optional('inForceOn', command.inForceOn),
    ...optional('procedureCodes', command.procedureCodes),
    reason: command.reason,
    askedBy: personRef(command.actor),
    askedAt: now,
  };
}

function corrected(
  old: Evidence,
  asked: Correction,
  stamp: Pick<Evidence, 'id' | 'recordedBy' | 'recordedAt'>,
): Evidence {
  const { number, date, inForceOn, procedureCodes } = asked;
  switch (old.kind) {
    case 'promulgation':
      return {
        ...old,
        ...stamp,
        number: number ?? old.number,
        signedOn: date ?? old.signedOn,
        inForceOn: inForceOn ?? old.inForceOn,
      };
    case 'announcement':
      return {
        ...old,
        ...stamp,
        decisionNumber: number ?? old.decisionNumber,
        signedOn: date ?? old.signedOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    case 'database-entry':
      return {
        ...old,
        ...stamp,
        reference: number ?? old.reference,
        enteredOn: date ?? old.enteredOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    case 'display':
      return {
        ...old,
        ...stamp,
        place: number ?? old.place,
        displayedOn: date ?? old.displayedOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    default:
      return assertNever(old);
  }
}

/**
 * What follows for the document when a plan reports its link: a waiting document begins when the plan is
 * approved, and one that had begun and of which no plan asks anything any more is withdrawn.
 */
export function documentAfterNews(
  state: DocumentState,
  news: PlanLinkNews,
  stamp: Pick<DocumentEvent, 'at' | 'actor'>,
): DocumentEvent[] {
  const known = state.links[news.planCode];
  if (state.phase === 'refused' || state.phase === 'withdrawn') return [];
  if (known ? known.seq >= news.seq : news.measures.length === 0) return [];
  const after: DocumentState = { ...state, links: { ...state.links, [news.planCode]: news } };
  const flow = flowAfterLink(after, news.approved, stamp.at);
  return [{ type: 'planLinked', news, flow, seq: state.seq + 1, version: state.version, ...stamp }];
}

function flowAfterLink(state: DocumentState, approved: boolean, now: Instant): Flow {
  if (state.promulgation) {
    return flowAfterPromulgation(
      state,
      now,
      state.steps.some((step) => step.key === 'sign-announcement'),
    );
  }
  // What has not begun is its drafters' to withdraw: another ministry's plan coming and going does not end it.
  if (state.phase === 'waiting' && !approved) return { steps: [], phase: 'waiting' };
  if (linkedProcedures(state).length === 0) return { steps: [], phase: 'withdrawn' };
  if (state.phase === 'waiting') return { steps: [opened(state, 'draft', now)], phase: 'drafting' };
  return { steps: state.steps, phase: state.phase };
}

/** Marks open steps due soon or overdue. */
export function documentTick(
  state: DocumentState,
  stamp: Pick<DocumentEvent, 'at' | 'actor'>,
): DocumentEvent[] {
  if (isClosed(state.phase)) return [];
  return state.steps
    .map((step) => ({
      step: step.key,
      timing: timingOf(step.dueOn, dayOf(stamp.at), state.calendar),
      was: step.timing,
    }))
    .filter(({ timing, was }) => timing !== was)
    .map(({ step, timing }, index) => ({
      type: 'stepTimingChanged' as const,
      step,
      timing,
      seq: state.seq + 1 + index,
      version: state.version,
      ...stamp,
    }));
}
