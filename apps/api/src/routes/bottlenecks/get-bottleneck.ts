import { getBottleneck as get } from '@tinhgon/database/queries/bottlenecks/get-bottleneck';
import { bottleneckCommandSchema } from '@tinhgon/rules/bottleneck/command';
import { objectionToBottleneckAction } from '@tinhgon/rules/bottleneck/objections';
import { bottleneckView } from '@tinhgon/rules/views/bottleneck';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';

const TYPES = bottleneckCommandSchema.options.map((option) => option.shape.type.value);

export const getBottleneck = signedIn
  .input(codeInput)
  .output(bottleneckView)
  .query(async ({ ctx, input }) => {
    const { state, view } = found(await get(ctx.db, ctx.actor, input.code, await readOn(ctx.db)));
    return {
      ...view,
      actions: permissionsFor(TYPES, (type) => objectionToBottleneckAction(state, type, ctx.actor)),
      temporalUrl: temporalUrl(ctx, subjectOf('bottleneck', input.code)),
    };
  });
