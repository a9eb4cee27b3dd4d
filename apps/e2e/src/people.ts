import { DEMO_PEOPLE, type DemoPerson } from '@tinhgon/infra/demo/people';

/** A demo person by user name. Throws RangeError when there is none. */
export function demoPerson(user: string): DemoPerson {
  const found = DEMO_PEOPLE.find((person) => person.user === user);
  if (!found) throw new RangeError(`there is no demo person ${user}`);
  return found;
}
