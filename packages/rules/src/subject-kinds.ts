import { type BottleneckState, isBottleneckClosed } from './bottleneck/state.ts';
import type { CampaignState } from './campaign/state.ts';
import type { DocumentState } from './document/state.ts';
import type { InspectionState } from './inspection/state.ts';
import type { PlanState } from './plan/state.ts';
import { assertNever, type DocumentPhase, isClosed } from './vocabulary.ts';

/** The state of each kind of subject that lives in a workflow. */
export interface StateOf {
  readonly plan: PlanState;
  readonly document: DocumentState;
  readonly bottleneck: BottleneckState;
  readonly campaign: CampaignState;
  readonly inspection: InspectionState;
}
export type WorkflowKind = keyof StateOf;

/** Where each kind stands in the app's addresses. */
export const PLACE_OF = {
  plan: 'plans',
  document: 'documents',
  bottleneck: 'bottlenecks',
  campaign: 'campaigns',
  inspection: 'inspections',
} as const satisfies Record<WorkflowKind, string>;
export type Place = (typeof PLACE_OF)[WorkflowKind];

export const WORKFLOW_KINDS = Object.keys(PLACE_OF) as WorkflowKind[];
/** Whether a subject of a kind is still at work, by its phase. */
export const isOpenPhase = (kind: WorkflowKind, phase: StateOf[WorkflowKind]['phase']): boolean => {
  switch (kind) {
    case 'plan':
    case 'document':
      return !isClosed(phase as DocumentPhase);
    case 'bottleneck':
      return !isBottleneckClosed(phase as BottleneckState['phase']);
    case 'campaign':
    case 'inspection':
      return phase === 'open';
    default:
      return assertNever(kind);
  }
};

export const isWorkflowKind = (kind: string): kind is WorkflowKind => Object.hasOwn(PLACE_OF, kind);
