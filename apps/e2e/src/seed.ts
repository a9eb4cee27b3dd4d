import { randomUUID } from 'node:crypto';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { demoPerson } from './people.ts';
import type { StackPlace } from './running-stack.ts';
import { MINISTRY, PROGRAMME } from './scenario.ts';

/** Everyone a circular of one ministry needs, and the office that keeps the catalogue. */
const STAFF = ['btp-soan-thao', 'btp-kiem-soat', 'btp-phap-che', 'btp-lanh-dao', 'dau-moi'] as const;
const SINCE = '2025-03-01';

/** Enters one ministry with its people and the programme into an empty system, as its first administrator does. */
export async function seedMinistry(stack: StackPlace): Promise<void> {
  const token = await personToken({ issuer: stack.oidcIssuer, dataDir: stack.dataDir }, 'quan-tri');
  const save = async (call: string, input: object): Promise<void> => {
    const response = await fetch(`${stack.api}/trpc/catalogue.${call}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
  };
  await save('saveAgency', { code: MINISTRY, nameVi: 'Bộ Tư pháp', kind: 'ministry', from: SINCE });
  await save('saveProgramme', { code: PROGRAMME, nameVi: 'Chương trình thử', from: SINCE });
  for (const user of STAFF) {
    const { name, roles, functions } = demoPerson(user);
    await save('savePerson', { id: user, subject: user, name, agency: MINISTRY, roles });
    for (const held of functions) {
      await save('saveAssignment', {
        id: randomUUID(),
        personId: user,
        function: held,
        agency: MINISTRY,
        from: SINCE,
      });
    }
  }
}
