import { openCampaignSchema } from '@tinhgon/rules/campaign/command';
import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { startAnswer } from '@tinhgon/rules/views/feed';
import { openCampaign as open } from '../../commands/open-campaign.ts';
import { signedIn } from '../../trpc.ts';

export const openCampaign = signedIn
  .input(openCampaignSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => open(ctx, ctx.actor, input));
