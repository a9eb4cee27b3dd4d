import { getPlan as get } from '@tinhgon/database';
import { heirOf } from '@tinhgon/database/queries/catalogue/ended-agency';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import { objectionToPlanAction } from '@tinhgon/rules/plan/objections';
import { planCommandSchema } from '@tinhgon/rules/plan/command';
import { underHeir } from '@tinhgon/rules/plan/reopen';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { planView } from '@tinhgon/rules/views/plan';
import { planSubject } from '@tinhgon/workflows/subject/messages';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';

const TYPES = planCommandSchema.options.map((option) => option.shape.type.value);

export const getPlan = signedIn
  .input(codeInput)
  .output(planView)
  .query(async ({ ctx, input }) => {
    const on = await readOn(ctx.db);
    const { state, view } = found(await get(ctx.db, ctx.actor, input.code, on));
    const { heir } = isClosed(state.phase) ? await heirOf(ctx.db, state.leadAgency, on.today) : {};
    return {
      ...view,
      actions: permissionsFor(TYPES, (type) =>
        objectionToPlanAction(underHeir(state, heir), type, ctx.actor),
      ),
      lanes: lanesOf(state).map(({ step: { key }, procedureCodes }) => ({
        step: key,
        procedureCodes: [...procedureCodes],
        actions: permissionsFor(TYPES, (type) => objectionToPlanAction(state, type, ctx.actor, key)),
      })),
      temporalUrl: temporalUrl(ctx, planSubject(input.code)),
    };
  });
