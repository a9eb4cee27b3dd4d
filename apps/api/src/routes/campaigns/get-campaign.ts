import { getCampaign as get } from '@tinhgon/database/queries/campaigns/get-campaign';
import { campaignCommandSchema } from '@tinhgon/rules/campaign/command';
import { objectionToCampaignAction } from '@tinhgon/rules/campaign/objections';
import { campaignView } from '@tinhgon/rules/views/campaign';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';

const TYPES = campaignCommandSchema.options.map((option) => option.shape.type.value);

export const getCampaign = signedIn
  .input(codeInput)
  .output(campaignView)
  .query(async ({ ctx, input }) => {
    const { state, view } = found(await get(ctx.db, ctx.actor, input.code, await readOn(ctx.db)));
    return {
      ...view,
      actions: permissionsFor(TYPES, (type) => objectionToCampaignAction(state, type, ctx.actor)),
      temporalUrl: temporalUrl(ctx, subjectOf('campaign', input.code)),
    };
  });
