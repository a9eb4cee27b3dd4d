import { campaignCommandSchema } from '@tinhgon/rules/campaign/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveCampaignCommand } from '../../commands/give-campaign-command.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandCampaign = signedIn
  .input(codeInput.extend({ command: campaignCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) => giveCampaignCommand(ctx, ctx.actor, input.code, input.command));
