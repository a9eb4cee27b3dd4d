import type { Actor } from '../actor.ts';
import type { FunctionCode } from '../vocabulary.ts';
import type { PeopleAtWork } from './reminders.ts';

/** Finds active people by what they hold on a day, for thousands of steps. */
export function peopleAtWork(people: readonly Actor[]): PeopleAtWork {
  const byFunction = new Map<string, Set<Actor>>();
  const key = (code: FunctionCode, agency: string | null) => `${code}/${agency ?? ''}`;
  for (const person of people) {
    for (const held of person.assignments) {
      const place = key(held.function, held.agency);
      const known = byFunction.get(place) ?? new Set();
      byFunction.set(place, known.add(person));
    }
  }
  return {
    holders: (code, agency) => [
      ...new Set([...(byFunction.get(key(code, agency)) ?? []), ...(byFunction.get(key(code, null)) ?? [])]),
    ],
    programmeOffice: people.filter(({ roles }) => roles.includes('programme-office')),
  };
}
