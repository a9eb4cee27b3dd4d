import { listChains as list } from '@tinhgon/database/queries/terms/chains';
import { chainView } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

/** Every version of every chain. */
export const listChains = signedIn.output(z.array(chainView)).query(({ ctx }) => list(ctx.db));
