import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { campaignAgencies } from '@tinhgon/database/queries/campaigns/campaign-agencies';
import type { Actor } from '@tinhgon/rules/actor';
import type { OpenCampaign } from '@tinhgon/rules/campaign/command';
import { objectionToOpening } from '@tinhgon/rules/campaign/objections';
import { dayOf, yearOf } from '@tinhgon/rules/day';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { campaignStartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { beginSubject } from './begin.ts';
import { checkAgencies } from './references.ts';
import { storing } from './storing.ts';

/** Opens a campaign to the agencies of the day. Throws Refusal. */
export async function openCampaign(
  context: RequestContext,
  actor: Actor,
  input: OpenCampaign & { readonly commandId: string },
) {
  const { db, deployment, taskQueue } = context;
  const { commandId, agencies, ...facts } = input;
  const now = new Date().toISOString();
  const today = dayOf(now);
  const objection = objectionToOpening(actor, input, now);
  if (objection) throw new Refusal(objection);
  const asked = await storing(async () => {
    if (facts.asks !== 'chosen') return await campaignAgencies(db, facts.asks, today);
    const named = agencies.map((code, index) => ({ code, field: `agencies.${index}` }));
    await checkAgencies(db, named, today);
    return agencies;
  });
  if (asked.length === 0) throw refuse('UNKNOWN_AGENCY', { field: 'asks' });
  const calendar = await storing(() => currentCalendar(db));
  return await beginSubject(context, {
    actor,
    commandId,
    code: undefined,
    prefix: `${actor.agency}-DRS-${yearOf(today)}`,
    subjectOf: (code) => subjectOf('campaign', code),
    startOf: (code) => {
      const begin = context.sign(subjectOf('campaign', code), {
        ...facts,
        asked,
        code,
        calendar,
        actor,
        commandId,
      });
      return { begin, start: campaignStartOptions({ deployment, begin }, taskQueue) };
    },
  });
}
