import { expectedView } from '@tinhgon/rules/views/forecast';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

export const getExpected = signedIn
  .input(codeInput)
  .output(expectedView)
  .query(async ({ ctx, input: { code } }) => {
    const document = await ctx.db
      .selectFrom('document')
      .select('programme')
      .where('code', '=', code)
      .executeTakeFirst();
    const { asAt, knownAt, answer } = await ctx.forecasts.recent(found(document ?? null).programme);
    const line = answer.documents.find((one) => one.code === `document/${code}`);
    if (!line) return null;
    const { dates, basis, beyond } = line;
    return { asAt, knownAt, dates, basis, beyond };
  });
