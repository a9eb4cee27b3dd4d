import { z } from 'zod';
import { AGENCIES, type AgencyLine } from './agencies.ts';
import type { ApiClient } from './api-client.ts';
import { MERGER_DAY } from './figures.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_PEOPLE,
  type DemoPerson,
  NATIONAL_FUNCTIONS,
  NATIONAL_SEATS,
} from './people.ts';
import { stableUuid } from './stable-uuid.ts';

const people = z.array(z.object({ id: z.string(), subject: z.string() }));

/** Enters the agency of the programme office and those who hold a role: everything else is then theirs to do. */
export async function enterOffice(api: ApiClient): Promise<void> {
  const withRoles = DEMO_PEOPLE.filter(({ roles }) => roles.length > 0);
  const agencies = AGENCIES.filter(({ code }) => withRoles.some(({ agency }) => agency === code));
  await enter(api, agencies, withRoles);
}

/** Enters everybody with what they are responsible for. Needs the agencies. */
export const enterPeople = (api: ApiClient): Promise<void> => enter(api, [], DEMO_PEOPLE);

/** Enters which agency each function held once for the country belongs to. */
export const enterSeats = (api: ApiClient): Promise<void> =>
  api.mutate(
    DEMO_ADMINISTRATOR,
    NATIONAL_SEATS.map((input) => ({ path: 'terms.saveFunctionSeat', input })),
  );

/** The id of each demo person; the first administrator has one of the system's choice. */
export async function peopleIds(api: ApiClient): Promise<(user: string) => string> {
  const known = await api.query(DEMO_ADMINISTRATOR, 'catalogue.people', people);
  return (user) => known.find(({ subject }) => subject === user)?.id ?? user;
}

async function enter(
  api: ApiClient,
  agencies: readonly AgencyLine[],
  who: readonly DemoPerson[],
): Promise<void> {
  const idOf = await peopleIds(api);
  // Calls of one request run side by side: what others name goes ahead of them.
  await api.mutate(
    DEMO_ADMINISTRATOR,
    agencies.map((agency) => ({ path: 'catalogue.saveAgency', input: agency })),
  );
  await api.mutate(
    DEMO_ADMINISTRATOR,
    who.map((person) => ({
      path: 'catalogue.savePerson',
      input: {
        id: idOf(person.user),
        subject: person.user,
        name: person.name,
        // Nobody's: mail to this domain is never delivered.
        email: `${person.user}@tinhgon.example`,
        agency: person.agency,
        roles: person.roles,
      },
    })),
  );
  await api.mutate(
    DEMO_ADMINISTRATOR,
    who.flatMap((person) =>
      person.functions.map((held) => ({
        path: 'catalogue.saveAssignment',
        input: {
          id: stableUuid(`${person.user}/${held}`),
          personId: idOf(person.user),
          function: held,
          agency: NATIONAL_FUNCTIONS.includes(held) ? null : person.agency,
          from: MERGER_DAY,
        },
      })),
    ),
  );
}
