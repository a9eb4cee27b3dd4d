import type { Actor } from '../actor.ts';
import type { Chain } from '../chain.ts';
import { type Rejection, reject } from '../errors.ts';
import { objectionToActing, objectionToDrafting, objectionToHolding } from '../policy.ts';
import type { FinishedStep, OpenStep } from '../step.ts';
import { type DocumentPhase, isClosed, type StepKey } from '../vocabulary.ts';
import type { StampedAttachFile, StampedDetachFile } from './command.ts';
import {
  FILE_KINDS,
  type FileEventBody,
  type FileKind,
  fileOf,
  isFullOfVersions,
  type KeptFile,
  MAX_FILES,
  newFileId,
} from './file.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** What of a plan or document decides who may attach a file to it. */
export interface Filing {
  readonly kind: 'plan' | 'document';
  readonly code: string;
  readonly phase: DocumentPhase;
  readonly chain: Chain;
  readonly leadAgency: string;
  readonly openSteps: readonly OpenStep[];
  readonly finishedSteps: readonly FinishedStep[];
  readonly files?: readonly KeptFile[] | undefined;
}

type FileCommand = StampedAttachFile | StampedDetachFile;

/**
 * Whoever may act on an open step attaches files to it; to one that is behind, whoever holds its function. A draft is
 * part of what a check looks at: it changes only while its editing step is open.
 */
export function objectionToFiling(
  filing: Filing,
  actor: Actor,
  key: StepKey,
  kind: FileKind,
): Rejection | null {
  if (isClosed(filing.phase)) return no('SUBJECT_CLOSED');
  const notOpen = no('STEP_NOT_OPEN', { field: 'step' });
  const open = filing.openSteps.find((step) => step.key === key);
  if (open) return kind === 'draft' && open.kind !== 'edit' ? notOpen : objectionToActing(actor, open);
  // A waiting document is edited by its drafters although no step of it is open yet.
  if (filing.phase === 'waiting' && key === filing.chain.steps[0]?.key) {
    return objectionToDrafting(actor, filing.leadAgency, filing.kind);
  }
  const definition = filing.chain.steps.find((step) => step.key === key);
  if (!definition) return no('INVALID_INPUT', { field: 'step' });
  if (kind === 'draft' || !filing.finishedSteps.some((step) => step.key === key)) return notOpen;
  const agency = definition.scope === 'national' ? null : filing.leadAgency;
  return objectionToHolding(actor, { key, function: definition.function, agency });
}

/** Kinds of files `actor` may attach to each step now, steps in the order of the chain. */
export function filingPlaces(filing: Filing, actor: Actor): { step: StepKey; kinds: FileKind[] }[] {
  return filing.chain.steps
    .map(({ key }) => ({
      step: key,
      kinds: FILE_KINDS.filter((kind) => objectionToFiling(filing, actor, key, kind) === null),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}

/** Why nothing at all can be attached or taken away, or null. */
export function objectionToFilingAnywhere(filing: Filing, actor: Actor): Rejection | null {
  if (isClosed(filing.phase)) return no('SUBJECT_CLOSED');
  if (filingPlaces(filing, actor).length > 0) return null;
  const [open] = filing.openSteps;
  return open ? objectionToActing(actor, open) : no('STEP_NOT_OPEN');
}

export function objectionToFileCommand(filing: Filing, command: FileCommand): Rejection | null {
  const known = fileOf(filing.files, command.type === 'attachFile' ? command.file.fileId : command.fileId);
  if (command.type === 'detachFile') {
    if (!known || known.detached) return no('NOT_FOUND', { field: 'fileId' });
    return objectionToFiling(filing, command.actor, known.step, known.kind);
  }
  const { file, step } = command;
  const objection = objectionToFiling(filing, command.actor, step, file.kind);
  if (objection) return objection;
  if (known) {
    if (known.detached) return no('NOT_FOUND', { field: 'fileId' });
    if (known.step !== step) return no('INVALID_INPUT', { field: 'step' });
    if (known.kind !== file.kind) return no('INVALID_INPUT', { field: 'kind' });
    return isFullOfVersions(known) ? no('TOO_MANY_FILES', { field: 'fileId' }) : null;
  }
  if (file.fileId !== newFileId(filing, command.commandId)) return no('NOT_FOUND', { field: 'fileId' });
  const max = MAX_FILES;
  return (filing.files?.length ?? 0) >= max
    ? no('TOO_MANY_FILES', { field: 'file', details: { max } })
    : null;
}

/** The event that follows from a command nobody objects to. */
export function fileEvent(filing: Pick<Filing, 'files'>, command: FileCommand): FileEventBody {
  if (command.type === 'attachFile') {
    const version = (fileOf(filing.files, command.file.fileId)?.version ?? 0) + 1;
    return { type: 'fileAttached', step: command.step, file: { ...command.file, version } };
  }
  const { fileId, reason } = command;
  const { step, title } = fileOf(filing.files, fileId) as KeptFile;
  return { type: 'fileDetached', step, fileId, title, reason };
}
