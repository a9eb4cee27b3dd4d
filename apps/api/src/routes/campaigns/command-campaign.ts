import { campaignCommandSchema } from '@tinhgon/rules/campaign/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveCampaignCommand } from '../../commands/give-campaign-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandCampaign = signedIn
  .input(codeInput.extend({ command: campaignCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) =>
    withFreshAuthority(ctx, (actor) => giveCampaignCommand(ctx, actor, input.code, input.command)),
  );
