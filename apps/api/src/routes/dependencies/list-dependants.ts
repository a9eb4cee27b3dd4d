import { dependants } from '@tinhgon/database/queries/dependencies/dependants';
import { dependantsInput, dependantsView } from '@tinhgon/rules/views/dependencies';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { paged } from '../paged.ts';

export const listDependants = signedIn
  .input(paged(codeInput.extend(dependantsInput.shape)))
  .output(dependantsView)
  .query(async ({ ctx, input: { code, ...asked } }) =>
    found(await dependants(ctx.db, ctx.actor, code, asked, await readOn(ctx.db))),
  );
