import type { Actor } from '../actor.ts';
import { objectionToHolding } from '../policy.ts';
import type { OpenStep } from '../step.ts';
import type { StepKey } from '../vocabulary.ts';
import type { StampedDocumentCommand } from './command.ts';
import type { DocumentState } from './state.ts';

type Command = StampedDocumentCommand;
type Recording = 'recordPromulgation' | 'recordAnnouncement' | 'recordDatabaseEntry' | 'recordDisplay';

const RECORDING_STEP = {
  recordPromulgation: 'promulgate',
  recordAnnouncement: 'sign-announcement',
  recordDatabaseEntry: 'national-database',
  recordDisplay: 'public-display',
} as const satisfies Record<Recording, StepKey>;

/** The open step a command is about; without `stepKey`, the one that fits it, the actor's own first. */
export function stepFor(
  state: DocumentState,
  type: Command['type'],
  actor: Actor,
  stepKey?: StepKey,
): OpenStep | undefined {
  const fitting = state.steps.filter(
    (step) => fits(type, step) && (stepKey === undefined || step.key === stepKey),
  );
  return fitting.find((step) => objectionToHolding(actor, step) === null) ?? fitting[0];
}

/** A check, or a record that is a signature. */
export const isDecidedAt = (step: Pick<OpenStep, 'key' | 'kind'>): boolean =>
  step.kind === 'check' || step.key === 'promulgate' || step.key === 'sign-announcement';

function fits(type: Command['type'], step: OpenStep): boolean {
  switch (type) {
    case 'saveContent':
    case 'submit':
      return step.kind === 'edit';
    case 'approve':
    case 'confirmChanges':
      return step.kind === 'check';
    case 'refuse':
      return step.kind === 'check' || step.key === 'promulgate';
    case 'return':
      return step.kind === 'check' || step.key === 'promulgate' || step.key === 'sign-announcement';
    case 'recordPromulgation':
    case 'recordAnnouncement':
    case 'recordDatabaseEntry':
    case 'recordDisplay':
      return step.key === RECORDING_STEP[type];
    default:
      return true;
  }
}
