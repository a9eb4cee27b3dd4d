import { listAgencies as agencies } from '@tinhgon/database';
import { signedIn } from '../../trpc.ts';
import { agencyView } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const listAgencies = signedIn.output(z.array(agencyView)).query(({ ctx }) => agencies(ctx.db));
