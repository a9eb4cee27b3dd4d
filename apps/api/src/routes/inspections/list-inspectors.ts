import { listPeople } from '@tinhgon/database';
import { leads } from '@tinhgon/rules/speaking';
import { personRefView } from '@tinhgon/rules/views/common';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

/** Whom an inspection may be made up of, by name; asked by those who may open one. */
export const listInspectors = signedIn
  .output(z.array(personRefView.extend({ agency: z.string() })))
  .query(async ({ ctx }) => {
    if (!leads(ctx.actor)) throw refuse('FORBIDDEN');
    const people = await listPeople(ctx.db);
    return people
      .filter(
        ({ active, roles }) =>
          active && roles.some((role) => role === 'supervisor' || role === 'programme-office'),
      )
      .map(({ id, name, agency }) => ({ id, name, agency }));
  });
