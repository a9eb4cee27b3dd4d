import { allEditors, type DocumentState } from './document/state.ts';
import { openSteps } from './plan/lanes.ts';
import type { PlanState } from './plan/state.ts';
import type { OpenStep } from './step.ts';

/** The open steps of a plan (one for each of its lanes) or document. */
export const openStepsOf = (state: PlanState | DocumentState): readonly OpenStep[] =>
  state.kind === 'document' ? state.steps : openSteps(state);

/** Everyone who may not decide on it: four eyes. */
export const editorsOf = (state: PlanState | DocumentState): readonly string[] =>
  state.kind === 'document' ? allEditors(state) : state.editors;
