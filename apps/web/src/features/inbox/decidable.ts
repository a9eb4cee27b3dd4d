import type { LocalName, permission, StepViewOut } from '@tinhgon/rules/views/common';
import { STEP_TIMINGS, type StepTiming } from '@tinhgon/rules/vocabulary';
import type { z } from 'zod';
import type { CommandSender } from '../../server/use-command.ts';

/** What plans and documents have in common for whoever decides on them. */
export interface Decidable {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly contentHash: string;
  readonly steps: readonly StepViewOut[];
  /** The step this inbox item is about. */
  readonly step: StepViewOut | undefined;
  readonly actions: Readonly<Record<string, z.infer<typeof permission>>>;
  /** Editing steps it may be sent back to, in the order of the chain. */
  readonly returnable: readonly StepViewOut[];
  readonly procedures: number;
  /** Names the step in commands, for a plan that may have several. */
  readonly at: { readonly step?: string };
  /** The procedures the step is about, where it may return some of them. */
  readonly part: Part | null;
}

/** Procedures of a plan that a step is about. */
export interface Part {
  readonly procedures: readonly { readonly code: string; readonly name: LocalName }[];
  /** How many the whole plan has. */
  readonly of: number;
}

/** Commands both kinds understand. */
export type DecisionBody =
  | {
      readonly type: 'approve';
      readonly step?: string;
      readonly contentHash: string;
      readonly decisionNumber?: string;
      readonly note?: string;
    }
  | {
      readonly type: 'confirmChanges';
      readonly step?: string;
      readonly contentHash: string;
      readonly remarkIds: readonly string[];
    }
  | { readonly type: 'submit'; readonly step?: string; readonly note?: string }
  | {
      readonly type: 'return';
      readonly step?: string;
      readonly toStep?: string;
      readonly procedureCodes?: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'refuse'; readonly step?: string; readonly reason: string }
  | { readonly type: 'claim'; readonly step: string }
  | { readonly type: 'release'; readonly step: string }
  | { readonly type: 'reassign'; readonly step: string; readonly to: string; readonly reason?: string };

export type SendDecision = CommandSender<DecisionBody>;

export type OpenStepView = StepViewOut & { readonly status: StepTiming };

export const isOpen = (step: StepViewOut | undefined): step is OpenStepView =>
  step !== undefined && (STEP_TIMINGS as readonly string[]).includes(step.status);

/** Editing steps before the current one, nearest first. */
export function returnSteps({
  returnable,
  steps,
  step,
}: Pick<Decidable, 'returnable' | 'steps' | 'step'>): StepViewOut[] {
  const before = steps.slice(
    0,
    Math.max(
      0,
      steps.findIndex(({ key }) => key === step?.key),
    ),
  );
  return returnable.filter(({ key }) => before.some((one) => one.key === key)).toReversed();
}

/** Enough of a hash for two people to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-3)}`;
