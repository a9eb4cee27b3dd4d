import { approvedMeasures, lanesOf } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { fill, ownStepNames, plain, type Words } from '../words.ts';

/** Procedures of a part that are named; of the others there is the count. */
const NAMED = 5;

/** Where each part of a plan stands, in one line; nothing while it goes as one. */
export function laneFacts(state: PlanState, words: Words): string[] {
  if (!state.aside) return [];
  const { supervisor, domain } = words;
  const names: Record<string, string> = { ...domain.step, ...ownStepNames(state.chain, words) };
  const parts = lanesOf(state).map(({ step, procedureCodes }) =>
    fill(supervisor.part, {
      step: plain(names[step.key] ?? step.key),
      count: procedureCodes.length,
      codes: `${procedureCodes.slice(0, NAMED).map(plain).join(', ')}${procedureCodes.length > NAMED ? ', …' : ''}`,
    }),
  );
  const approved = approvedMeasures(state).length;
  if (approved > 0) parts.push(fill(supervisor.partApproved, { count: approved }));
  return [fill(supervisor.parts, { parts: parts.join(' · ') })];
}
