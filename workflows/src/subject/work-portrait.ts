import { countFiles } from '@tinhgon/rules/files/file';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { fill, ownStepNames, plain, type Words } from '../words.ts';
import { dateLines } from './date-lines.ts';
import type { Portrait } from './rules.ts';

/** What a plan and a document have to show alike: phase, agency, programme, how many procedures hang on it. */
export function workPortrait(
  state: PlanState | DocumentState,
  procedures: number,
  words: Words,
): Omit<Portrait, 'title'> {
  const { supervisor, domain } = words;
  const { leadAgency: agency, programme } = state;
  const files = countFiles(state.files);
  const facts = { count: procedures, agency: plain(agency), programme: plain(programme) };
  return {
    phase: domain.phase[state.phase],
    facts: [
      fill(supervisor.procedures, facts),
      ...(files > 0 ? [fill(supervisor.files, { count: files })] : []),
      ...dateLines(state, words),
    ],
    agency,
    programme,
    procedures,
    ownSteps: ownStepNames(state.chain, words),
  };
}
