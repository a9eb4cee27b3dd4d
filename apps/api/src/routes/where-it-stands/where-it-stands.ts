import { totals } from '@tinhgon/database/queries/programmes/totals';
import { debt } from '@tinhgon/database/queries/where-it-stands/debt';
import { holding } from '@tinhgon/database/queries/where-it-stands/holding';
import { parts } from '@tinhgon/database/queries/where-it-stands/parts';
import { responsibility } from '@tinhgon/database/queries/where-it-stands/responsibility';
import { stages } from '@tinhgon/database/queries/where-it-stands/stages';
import { calendarKnownAt } from '@tinhgon/database/queries/terms/calendars';
import { ranked, STEADYING } from '@tinhgon/rules/ranking';
import { totalsInput } from '@tinhgon/rules/views/totals';
import {
  debtInput,
  debtView,
  holdingInput,
  holdingPage,
  partsView,
  rankingView,
  responsibilityView,
  stagesView,
} from '@tinhgon/rules/views/where-it-stands';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { asked } from './asked.ts';

export const getParts = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(partsView)
  .query(async ({ ctx, input }) => {
    const { programme, ...days } = await asked(ctx.db, input);
    return parts(ctx.db, programme, days);
  });

export const getRanking = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(rankingView)
  .query(async ({ ctx, input }) => {
    const whole = found(await totals(ctx.db, input.code, await asAtOf(ctx.db, input)));
    const agencies = ranked(whole.byMinistry);
    const baseline = whole.byMinistry.reduce((sum, part) => sum + part.baseline, 0);
    return {
      asAt: whole.asAt,
      knownAt: whole.knownAt,
      baseline,
      simplified: whole.simplified,
      steadying: STEADYING,
      agencies: agencies.map(({ of, ...line }) => ({
        ...line,
        agency: of.agency,
        baseline: of.baseline,
        simplified: of.simplified,
      })),
    };
  });

export const getStages = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(stagesView)
  .query(async ({ ctx, input }) => {
    const { programme, ...days } = await asked(ctx.db, input);
    return stages(ctx.db, programme, days);
  });

export const listHolding = signedIn
  .input(codeInput.extend(holdingInput.shape))
  .output(holdingPage)
  .query(async ({ ctx, input }) => {
    const days = await asked(ctx.db, input);
    const calendar = await calendarKnownAt(ctx.db, days);
    return holding(ctx.db, ctx.actor, { ...input, ...days, calendar });
  });

export const getResponsibility = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(responsibilityView)
  .query(async ({ ctx, input }) => responsibility(ctx.db, ctx.actor, await asked(ctx.db, input)));

export const getDebt = signedIn
  .input(codeInput.extend(debtInput.shape))
  .output(debtView)
  .query(async ({ ctx, input }) => {
    const days = await asked(ctx.db, input);
    return debt(ctx.db, { ...input, ...days, calendar: await calendarKnownAt(ctx.db, days) });
  });
