import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import { fill, plain, type Words } from '../words.ts';
import type { Portrait } from './rules.ts';

/** What a plan and a document have to show alike: phase, agency, programme, how many procedures hang on it. */
export function workPortrait(
  state: { readonly phase: DocumentPhase; readonly leadAgency: string; readonly programme: string },
  procedures: number,
  { supervisor, domain }: Words,
): Omit<Portrait, 'title'> {
  const { leadAgency: agency, programme } = state;
  const facts = { count: procedures, agency: plain(agency), programme: plain(programme) };
  return {
    phase: domain.phase[state.phase],
    facts: [fill(supervisor.procedures, facts)],
    agency,
    programme,
    procedures,
  };
}
