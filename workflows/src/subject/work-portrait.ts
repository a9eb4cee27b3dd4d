import { countFiles, type KeptFile } from '@tinhgon/rules/files/file';
import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import { fill, plain, type Words } from '../words.ts';
import type { Portrait } from './rules.ts';

/** What a plan and a document have to show alike: phase, agency, programme, how many procedures hang on it. */
export function workPortrait(
  state: {
    readonly phase: DocumentPhase;
    readonly leadAgency: string;
    readonly programme: string;
    readonly files?: readonly KeptFile[];
  },
  procedures: number,
  { supervisor, domain }: Words,
): Omit<Portrait, 'title'> {
  const { leadAgency: agency, programme } = state;
  const files = countFiles(state.files);
  const facts = { count: procedures, agency: plain(agency), programme: plain(programme) };
  return {
    phase: domain.phase[state.phase],
    facts: [
      fill(supervisor.procedures, facts),
      ...(files > 0 ? [fill(supervisor.files, { count: files })] : []),
    ],
    agency,
    programme,
    procedures,
  };
}
