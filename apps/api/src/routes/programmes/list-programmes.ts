import { listProgrammes as programmes } from '@tinhgon/database';
import { signedIn } from '../../trpc.ts';
import { programmeSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const listProgrammes = signedIn
  .output(z.array(programmeSchema))
  .query(({ ctx }) => programmes(ctx.db));
