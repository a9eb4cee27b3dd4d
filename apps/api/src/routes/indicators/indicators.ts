import { agencyByCode } from '@tinhgon/database';
import {
  enterIndicatorFigure,
  indicatorByCode,
  saveIndicator as save,
} from '@tinhgon/database/catalogue/save-indicator';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { getIndicator as get } from '@tinhgon/database/queries/indicators/get-indicator';
import { listIndicators as list } from '@tinhgon/database/queries/indicators/list-indicators';
import { agenciesReportedBy, judgeEntry, objectionToEntering } from '@tinhgon/rules/indicator/entering';
import type { Actor } from '@tinhgon/rules/actor';
import { entryInputSchema, indicatorInputSchema } from '@tinhgon/rules/indicator/indicator';
import { mayKeepRecord } from '@tinhgon/rules/policy';
import { codeSchema } from '@tinhgon/rules/text';
import {
  entrySaved,
  indicatorInput,
  indicatorList,
  indicatorListInput,
  indicatorSaved,
  indicatorView,
} from '@tinhgon/rules/views/indicator';
import { refuse, Refusal } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf, today } from '../as-at.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { found } from '../found.ts';
import { orWhatIsWrong } from './keeping.ts';

export const listIndicators = signedIn
  .input(indicatorListInput.strict())
  .output(indicatorList)
  .query(async ({ ctx, input }) => {
    const { code: programme } = found(await programmeByCode(ctx.db, input.programme));
    const days = await asAtOf(ctx.db, input);
    return {
      programme,
      ...days,
      ...mayEnter(ctx.actor),
      ...(await list(ctx.db, programme, days)),
    };
  });

export const getIndicator = signedIn
  .input(indicatorInput.strict())
  .output(indicatorView)
  .query(async ({ ctx, input }) => {
    const indicator = found(await get(ctx.db, { ...input, ...(await asAtOf(ctx.db, input)) }));
    return { ...indicator, ...mayEnter(ctx.actor) };
  });

/** Everything, or the values of these agencies alone. */
const mayEnter = (actor: Actor) => {
  const all = mayKeepRecord(actor);
  return { mayEnter: all, mayEnterFor: all ? [] : agenciesReportedBy(actor) };
};

export const saveIndicator = keepsRecord
  .input(indicatorInputSchema)
  .output(indicatorSaved)
  .mutation(async ({ ctx, input }) => {
    if (!(await programmeByCode(ctx.db, input.programme))) {
      throw refuse('UNKNOWN_PROGRAMME', { field: 'programme' });
    }
    const version = await save(ctx.db, input, stampOf(ctx.actor)).catch(orWhatIsWrong);
    return { code: input.code, version };
  });

/** One figure of one period: typed in, corrected with a reason, or pushed by another system. */
export const enterFigure = signedIn
  .input(entryInputSchema.safeExtend({ code: codeSchema }))
  .output(entrySaved)
  .mutation(async ({ ctx, input: { code, ...entry } }) => {
    const objection = objectionToEntering(ctx.actor, entry);
    if (objection) throw new Refusal(objection);
    const indicator = found(await indicatorByCode(ctx.db, code));
    const agency = entry.agency === null ? null : ((await agencyByCode(ctx.db, entry.agency)) ?? undefined);
    const judged = judgeEntry(indicator, entry, { agency, today: today() });
    if (!judged.ok) throw new Refusal(judged.rejection);
    const { basedOn, reason } = entry;
    const version = await enterIndicatorFigure(
      ctx.db,
      judged.value,
      { basedOn, reason },
      stampOf(ctx.actor),
    ).catch(orWhatIsWrong);
    return { version };
  });
