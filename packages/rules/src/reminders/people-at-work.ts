import type { FunctionCode } from '../vocabulary.ts';
import type { PeopleAtWork } from './reminders.ts';

/** An active person with what they hold on the day. */
export interface PersonAtWork {
  readonly id: string;
  readonly programmeOffice: boolean;
  readonly assignments: readonly { readonly function: FunctionCode; readonly agency: string | null }[];
}

/** Finds people by what they hold, for thousands of steps. */
export function peopleAtWork(people: readonly PersonAtWork[]): PeopleAtWork {
  const byFunction = new Map<string, Set<string>>();
  const key = (code: FunctionCode, agency: string | null) => `${code}/${agency ?? ''}`;
  for (const { id, assignments } of people) {
    for (const held of assignments) {
      const place = key(held.function, held.agency);
      const known = byFunction.get(place) ?? new Set();
      byFunction.set(place, known.add(id));
    }
  }
  return {
    holders: (code, agency) => [
      ...new Set([...(byFunction.get(key(code, agency)) ?? []), ...(byFunction.get(key(code, null)) ?? [])]),
    ],
    programmeOffice: people.filter((person) => person.programmeOffice).map(({ id }) => id),
  };
}
