import { z } from 'zod';
import { AGENCIES, type AgencyLine } from './agencies.ts';
import type { ApiClient } from './api-client.ts';
import { MERGER_DAY } from './figures.ts';
import { DEMO_ADMINISTRATOR, DEMO_PEOPLE, type DemoPerson, NATIONAL_FUNCTIONS } from './people.ts';
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

async function enter(
  api: ApiClient,
  agencies: readonly AgencyLine[],
  who: readonly DemoPerson[],
): Promise<void> {
  // The first administrator entered themself by signing in, under an id of the system's choice.
  const known = await api.query(DEMO_ADMINISTRATOR, 'catalogue.people', people);
  const idOf = ({ user }: DemoPerson) => known.find(({ subject }) => subject === user)?.id ?? user;
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
        id: idOf(person),
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
          personId: idOf(person),
          function: held,
          agency: NATIONAL_FUNCTIONS.includes(held) ? null : person.agency,
          from: MERGER_DAY,
        },
      })),
    ),
  );
}
