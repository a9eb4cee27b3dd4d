import type { Actor } from '../actor.ts';
import { objectionToMoving } from '../agency-move.ts';
import { returnTargets, type StepDefinition } from '../chain.ts';
import { dated } from '../dates/dated.ts';
import { missedBy } from '../dates/missed.ts';
import { isDateCommand, objectionToDateAction, objectionToDateFacts } from '../dates/objections.ts';
import {
  isConsulting,
  objectionToConsultation,
  objectionToConsulting,
  objectionToPassingOver,
} from '../consultation/objections.ts';
import { hashOf } from '../hash.ts';
import { addDays, dayOf, type Instant, type LegalDate } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { type Filing, objectionToFileCommand, objectionToFilingAnywhere } from '../files/objections.ts';
import { leavesVersion } from '../leaves-version.ts';
import { neededAt, wayIn } from '../standing.ts';
import {
  objectionIn,
  objectionToActing,
  objectionToDeciding,
  objectionToHolding,
  objectionToReassigning,
  objectionToReleasing,
} from '../policy.ts';
import { isTalk } from '../remark/fields.ts';
import {
  objectionToApprovingUnanswered,
  objectionToRemark,
  objectionToSubmittingUnanswered,
  objectionToTalking,
} from '../remark/objections.ts';
import { assertNever, isClosed, type StepKey } from '../vocabulary.ts';
import type { SweepingCommand } from '../plan/command.ts';
import { objectionToReplanning } from '../replan.ts';
import type { StampedDocumentCommand } from './command.ts';
import { barredAt, wayToCorrect, wayToDraft } from './acting.ts';
import { coverage } from './coverage.ts';
import {
  allEditors,
  documentContentHash,
  type DocumentState,
  type Evidence,
  evidenceOf,
  isUnappraised,
} from './state.ts';
import { stepFor } from './step-for.ts';

/** What people do to a document; operations over many of them are judged apart. */
type Command = Exclude<StampedDocumentCommand, SweepingCommand>;

/** No document comes into force more than ten years after it is signed; a later date is a slip. */
const IN_FORCE_WITHIN_DAYS = 3_653;

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Why `command` cannot be carried out now, or null. */
export function objectionToDocumentCommand(
  state: DocumentState,
  command: StampedDocumentCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') return objectionToMoving({ ...state, coAgencies: [] }, command);
  if (command.type === 'attachFile' || command.type === 'detachFile') {
    return objectionToFileCommand(documentFiling(state), command);
  }
  if (command.type === 'replan') return objectionToReplanning(state, state.steps, command);
  if (!leavesVersion(command.type) && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const step = 'step' in command && command.type !== 'explainDelay' ? command.step : undefined;
  const byType = objectionToDocumentAction(state, command.type, command.actor, step);
  return byType ?? objectionToFacts(state, command, now);
}

/** The part of the answer that needs no payload: state, function, holder, four eyes. */
export function objectionToDocumentAction(
  state: DocumentState,
  type: Command['type'],
  actor: Actor,
  stepKey?: StepKey,
): Rejection | null {
  if (isConsulting(type)) return objectionToConsulting(state, type, actor);
  if (isTalk(type)) return objectionToTalking(state, type, actor);
  if (type === 'correctEvidence') return objectionToCorrecting(state, actor);
  if (type === 'confirmCorrection') {
    return state.corrections.length > 0
      ? objectionToCorrecting(state, actor)
      : no('NOT_FOUND', { field: 'correctionId' });
  }
  if (type === 'attachFile' || type === 'detachFile') {
    return objectionToFilingAnywhere(documentFiling(state), actor);
  }
  if (isDateCommand(type)) return objectionToDateAction(dated(state), type, actor);
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type === 'withdraw') {
    return state.promulgation ? no('STEP_NOT_OPEN') : objectionIn(wayToDraft(state, actor));
  }
  // A waiting document is edited by its drafters although no step of it is open yet.
  if (type === 'saveContent' && state.phase === 'waiting') return objectionIn(wayToDraft(state, actor));
  const step = stepFor(state, type, actor, stepKey);
  if (!step) return no('STEP_NOT_OPEN');
  switch (type) {
    case 'saveContent':
    case 'submit':
      return objectionToActing(actor, step);
    case 'claim':
      // Who could never decide must not keep others from deciding.
      return objectionToDeciding(actor, step, barredAt(state, step));
    case 'recordDatabaseEntry':
    case 'recordDisplay':
      return objectionToActing(actor, step);
    case 'approve':
    case 'return':
    case 'refuse':
    case 'recordPromulgation':
    case 'recordAnnouncement':
      return objectionToDeciding(actor, step, allEditors(state));
    case 'release':
      return objectionToReleasing(actor, step);
    case 'reassign':
      return objectionToReassigning(actor, step, state.leadAgency);
    default:
      return assertNever(type);
  }
}

/** What decides who may attach files to a document. */
export const documentFiling = (state: DocumentState): Filing => ({ ...state, openSteps: state.steps });

/** Editing steps a document may go back to: once signed, only its announcement can be drafted again. */
export function documentReturnTargets(state: DocumentState, from: StepKey): readonly StepDefinition[] {
  const targets = returnTargets(state.chain, from);
  return state.promulgation ? targets.filter((step) => step.key === 'draft-announcement') : targets;
}

const objectionToCorrecting = (state: DocumentState, actor: Actor): Rejection | null =>
  evidenceOf(state).length === 0 ? no('STEP_NOT_OPEN') : objectionIn(wayToCorrect(state, actor));

function objectionToFacts(state: DocumentState, command: Command, now: Instant): Rejection | null {
  const today = dayOf(now);
  const { linked, announced, inDatabase, displayed } = coverage(state);
  switch (command.type) {
    case 'submit':
      return linked.length > 0
        ? (objectionToSubmittingUnanswered(state) ?? objectionToPassingOver(state))
        : no('INCOMPLETE_DOCUMENT');
    case 'saveContent':
      // Once signed, only the announcement's text is still open; the API compares the rest of the content.
      return state.promulgation && hashOf(command.facts.header) !== hashOf(state.header)
        ? no('STEP_NOT_OPEN', { field: 'content' })
        : null;
    case 'approve':
      return seen(state, command.contentHash) ?? objectionToApprovingUnanswered(state, command.actor);
    case 'return': {
      const from = stepFor(state, 'return', command.actor)?.key ?? 'draft';
      const targets = documentReturnTargets(state, from);
      return command.toStep === undefined || targets.some((step) => step.key === command.toStep)
        ? null
        : no('INVALID_RETURN_STEP', { field: 'toStep' });
    }
    case 'askConsultation':
    case 'answerConsultation':
    case 'respondToPoint':
      return objectionToConsultation(state, command, now);
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return objectionToRemark(state, command);
    case 'reassign': {
      const step = stepFor(state, 'reassign', command.actor, command.step);
      if (!step || objectionToHolding(command.assignee, step)) return no('INVALID_ASSIGNEE', { field: 'to' });
      const barred = step.kind === 'edit' ? [] : allEditors(state);
      const way = wayIn(command.assignee, { ...neededAt(step), holder: null }, barred);
      return way.ok ? null : { ...way.rejection, field: 'to' };
    }
    case 'recordPromulgation':
      return (
        (isUnappraised(state) ? no('CONTENT_CHANGED') : null) ??
        seen(state, command.contentHash) ??
        notInFuture(command.signedOn, today, 'signedOn') ??
        inForceOrder(command.signedOn, command.inForceOn)
      );
    case 'recordAnnouncement':
      return (
        seen(state, command.contentHash) ??
        notInFuture(command.signedOn, today, 'signedOn') ??
        notBefore(command.signedOn, state.promulgation?.signedOn, 'signedOn') ??
        covers(command.procedureCodes, (code) =>
          !linked.includes(code) ? 'NOT_LINKED' : announced.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    case 'recordDatabaseEntry':
      return (
        notInFuture(command.enteredOn, today, 'enteredOn') ??
        notBefore(command.enteredOn, state.promulgation?.signedOn, 'enteredOn') ??
        notBefore(command.enteredOn, announcedLast(state, command.procedureCodes), 'enteredOn') ??
        covers(command.procedureCodes, (code) =>
          !announced.has(code) ? 'NOT_ANNOUNCED' : inDatabase.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    case 'recordDisplay':
      return (
        notInFuture(command.displayedOn, today, 'displayedOn') ??
        notBefore(command.displayedOn, state.promulgation?.signedOn, 'displayedOn') ??
        covers(command.procedureCodes ?? [], (code) =>
          !inDatabase.has(code) ? 'NOT_IN_DATABASE' : displayed.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return objectionToDateFacts(dated(state), missedBy(state, today), command, now);
    case 'correctEvidence':
      return objectionToCorrection(state, command, today);
    case 'confirmCorrection': {
      const asked = state.corrections.find(({ id }) => id === command.correctionId);
      if (!asked) return no('NOT_FOUND', { field: 'correctionId' });
      if (!command.accept) return null;
      const way = wayToCorrect(state, command.actor, asked.askedBy);
      if (!way.ok) return way.rejection;
      // Other evidence may have come since it was asked for.
      return objectionToCorrection({ ...state, corrections: [] }, asked, today);
    }
    default:
      return null;
  }
}

/** The new values of evidence, as asked for by a command or as kept until they are confirmed. */
interface AskedCorrection {
  readonly evidenceId: string;
  readonly number?: string | undefined;
  readonly date?: LegalDate | undefined;
  readonly inForceOn?: LegalDate | undefined;
  readonly procedureCodes?: readonly string[] | undefined;
}

function objectionToCorrection(
  state: DocumentState,
  command: AskedCorrection,
  today: LegalDate,
): Rejection | null {
  const evidence = evidenceOf(state).find(({ id }) => id === command.evidenceId);
  if (!evidence) return no('UNKNOWN_EVIDENCE', { field: 'evidenceId' });
  if (state.corrections.some(({ evidenceId }) => evidenceId === command.evidenceId))
    return no('CORRECTION_PENDING');
  const { number, date, inForceOn, procedureCodes } = command;
  if (number === undefined && date === undefined && inForceOn === undefined && procedureCodes === undefined) {
    return no('INVALID_INPUT', { field: 'date' });
  }
  if (inForceOn !== undefined && evidence.kind !== 'promulgation')
    return no('INVALID_INPUT', { field: 'inForceOn' });
  if (procedureCodes !== undefined && evidence.kind === 'promulgation') {
    return no('INVALID_INPUT', { field: 'procedureCodes' });
  }
  const late = date === undefined ? null : notInFuture(date, today, 'date');
  if (late) return late;
  if (evidence.kind === 'promulgation') {
    const signedOn = date ?? evidence.signedOn;
    const after = [
      ...state.announcements.map((one) => one.signedOn),
      ...state.databaseEntries.map((one) => one.enteredOn),
      ...state.displays.map((one) => one.displayedOn),
    ].toSorted()[0];
    if (after !== undefined && signedOn > after)
      return no('DATE_ORDER', { field: 'date', details: { latest: after } });
    return inForceOrder(signedOn, inForceOn ?? evidence.inForceOn);
  }
  const early = date === undefined ? null : notBefore(date, state.promulgation?.signedOn, 'date');
  if (early) return early;
  const { linked } = coverage(state);
  const others = coveredByOthers(state, evidence);
  return covers(procedureCodes ?? [], (code) =>
    !linked.includes(code) ? 'NOT_LINKED' : others.has(code) ? 'ALREADY_RECORDED' : null,
  );
}

const coveredByOthers = (state: DocumentState, evidence: Evidence): ReadonlySet<string> =>
  new Set(
    evidenceOf(state).flatMap((other) =>
      other.kind === evidence.kind && other.id !== evidence.id && 'procedureCodes' in other
        ? other.procedureCodes
        : [],
    ),
  );

const seen = (state: DocumentState, hash: string | undefined): Rejection | null =>
  hash === undefined || hash === documentContentHash(state)
    ? null
    : no('CONTENT_CHANGED', { field: 'contentHash' });

/** The last day on which one of these procedures was announced. */
const announcedLast = (state: DocumentState, codes: readonly string[]): LegalDate | undefined =>
  state.announcements
    .filter((one) => one.procedureCodes.some((code) => codes.includes(code)))
    .map((one) => one.signedOn)
    .toSorted()
    .at(-1);

const notInFuture = (day: LegalDate, today: LegalDate, field: string): Rejection | null =>
  day > today ? no('DATE_IN_FUTURE', { field }) : null;

const notBefore = (day: LegalDate, earliest: LegalDate | undefined, field: string): Rejection | null =>
  earliest !== undefined && day < earliest ? no('DATE_ORDER', { field, details: { earliest } }) : null;

const inForceOrder = (signedOn: LegalDate, inForceOn: LegalDate): Rejection | null =>
  notBefore(inForceOn, signedOn, 'inForceOn') ??
  (inForceOn > addDays(signedOn, IN_FORCE_WITHIN_DAYS)
    ? no('DATE_OUT_OF_RANGE', { field: 'inForceOn' })
    : null);

function covers(
  codes: readonly string[],
  problem: (code: string) => 'NOT_LINKED' | 'NOT_ANNOUNCED' | 'NOT_IN_DATABASE' | 'ALREADY_RECORDED' | null,
): Rejection | null {
  for (const [index, code] of codes.entries()) {
    const found = codes.indexOf(code) < index ? 'ALREADY_RECORDED' : problem(code);
    if (found) return no(found, { field: `procedureCodes.${index}`, details: { procedureCode: code } });
  }
  return null;
}
