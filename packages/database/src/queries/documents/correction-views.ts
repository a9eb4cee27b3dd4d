import type { Actor } from '@tinhgon/rules/actor';
import type { Instant } from '@tinhgon/rules/day';
import { objectionToDocumentCommand } from '@tinhgon/rules/document/objections';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { DocumentView } from '@tinhgon/rules/views/document';

/** Judging a command needs an id; this one names none. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000';

/** Corrections asked for, and whether `actor` may confirm each. */
export function correctionViews(
  state: DocumentState,
  actor: Actor,
  now: Instant,
): DocumentView['corrections'] {
  return state.corrections.map((correction) => {
    const command = {
      type: 'confirmCorrection' as const,
      correctionId: correction.id,
      accept: true,
      commandId: NO_COMMAND,
      expectedVersion: state.version,
      actor,
    };
    const objection = objectionToDocumentCommand(state, command, now);
    const { code, details } = objection ?? {};
    return {
      id: correction.id,
      evidenceId: correction.evidenceId,
      number: correction.number ?? null,
      date: correction.date ?? null,
      inForceOn: correction.inForceOn ?? null,
      procedureCodes: correction.procedureCodes ? [...correction.procedureCodes] : null,
      reason: correction.reason,
      askedBy: correction.askedBy,
      askedAt: correction.askedAt,
      confirm: code ? { allowed: false, code, ...(details ? { details } : {}) } : { allowed: true },
    };
  });
}
