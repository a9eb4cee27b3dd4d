import { ownStepNames } from '@tinhgon/database/queries/terms/chains';
import { ownStepView } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

/** What the checks people added to chains are called. */
export const listOwnSteps = signedIn.output(z.array(ownStepView)).query(({ ctx }) => ownStepNames(ctx.db));
