import type { Db } from '../schema.ts';
import { agencyRefs } from './agency-refs.ts';
import { type HistoryEntry, historyOf } from './history.ts';

/** A subject's history with the agencies its events are about by name. */
export async function namedHistoryOf(db: Db, subject: string): Promise<HistoryEntry[]> {
  const entries = await historyOf(db, subject);
  const codeOf = ({ facts }: HistoryEntry) => (typeof facts['agency'] === 'string' ? facts['agency'] : null);
  const refOf = await agencyRefs(
    db,
    entries.map(codeOf).filter((code) => code !== null),
  );
  return entries.map((entry) => {
    const code = codeOf(entry);
    return code === null ? entry : { ...entry, facts: { ...entry.facts, agency: refOf(code).name } };
  });
}
