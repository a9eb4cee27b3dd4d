import { listFunctionSeats as list } from '@tinhgon/database/queries/terms/function-seats';
import { functionSeatView } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

/** Which agency each function held once for the country belongs to, and belonged to. */
export const listFunctionSeats = signedIn.output(z.array(functionSeatView)).query(({ ctx }) => list(ctx.db));
