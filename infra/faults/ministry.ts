import { randomUUID } from 'node:crypto';
import { DEMO_ADMINISTRATOR, DEMO_PEOPLE } from '../demo/people.ts';
import { apiClient } from '../demo/api-client.ts';
import type { Client } from './client.ts';

export const PROGRAMME = '896';
export const MINISTRY = 'BTP';
/** Who takes the decisions of a circular's life, and the office that keeps the catalogue. */
export const PEOPLE = {
  drafter: 'btp-soan-thao',
  control: 'btp-kiem-soat',
  legal: 'btp-phap-che',
  leader: 'btp-lanh-dao',
  office: 'dau-moi',
} as const;
const SINCE = '2025-03-01';

/** Enters one ministry with its people and the programme into an empty system, as its first administrator does. */
export async function enterMinistry(api: string, client: Client): Promise<void> {
  const { mutate } = apiClient(api, (user) => client.token(user));
  const save = (path: string, ...inputs: object[]): Promise<void> =>
    mutate(
      DEMO_ADMINISTRATOR,
      inputs.map((input) => ({ path: `catalogue.${path}`, input })),
    );
  const staff = DEMO_PEOPLE.filter(({ user }) => Object.values<string>(PEOPLE).includes(user));
  await save('saveAgency', { code: MINISTRY, nameVi: 'Bộ Tư pháp', kind: 'ministry', from: SINCE });
  await save('saveProgramme', { code: PROGRAMME, nameVi: 'Chương trình thử', from: SINCE });
  await save(
    'savePerson',
    ...staff.map(({ user, name, roles }) => ({ id: user, subject: user, name, agency: MINISTRY, roles })),
  );
  await save(
    'saveAssignment',
    ...staff.flatMap(({ user, functions }) =>
      functions.map((held) => ({
        id: randomUUID(),
        personId: user,
        function: held,
        agency: MINISTRY,
        from: SINCE,
      })),
    ),
  );
}
