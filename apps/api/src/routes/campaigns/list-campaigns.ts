import { listCampaigns as list } from '@tinhgon/database/queries/campaigns/list-campaigns';
import { campaignListInput, campaignPage } from '@tinhgon/rules/views/campaign';
import { signedIn } from '../../trpc.ts';
import { paged } from '../paged.ts';

export const listCampaigns = signedIn
  .input(paged(campaignListInput))
  .output(campaignPage)
  .query(({ ctx, input }) => list(ctx.db, input));
