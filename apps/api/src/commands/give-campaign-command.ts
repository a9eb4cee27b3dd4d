import type { Actor } from '@tinhgon/rules/actor';
import type { CampaignCommand } from '@tinhgon/rules/campaign/command';
import { objectionToCampaignCommand } from '@tinhgon/rules/campaign/objections';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { Refusal } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { give } from './give.ts';
import { standingOf } from './subject-state.ts';

/** A person's command to a campaign; everyone signed in sees campaigns. Throws Refusal. */
export async function giveCampaignCommand(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: CampaignCommand,
): Promise<CommandAnswer> {
  const { state } = await standingOf(context, 'campaign', code);
  const stamped = { ...command, actor };
  // A client that is behind or repeats itself is the workflow's to judge; one that is up to date hears at once.
  if (command.expectedVersion === state.version) {
    const objection = objectionToCampaignCommand(state, stamped, new Date().toISOString());
    if (objection) throw new Refusal(objection);
  }
  return await give(context, 'campaign', code, stamped);
}
