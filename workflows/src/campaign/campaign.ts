import type { BottleneckNews } from '@tinhgon/rules/bottleneck/tell';
import type { StampedCampaignCommand } from '@tinhgon/rules/campaign/command';
import { campaignAfterNews, campaignTick, decideCampaign } from '@tinhgon/rules/campaign/decide';
import type { CampaignEvent } from '@tinhgon/rules/campaign/event';
import { evolveCampaign } from '@tinhgon/rules/campaign/evolve';
import { type CampaignStart, startCampaign } from '@tinhgon/rules/campaign/start';
import { unanswered } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import { PLACE_OF } from '@tinhgon/rules/subject-kinds';
import { subjectOf } from '../subject/messages.ts';
import { type Portrait, type SubjectRules, waitingFor } from '../subject/rules.ts';
import { runSubject, type SubjectEnd } from '../subject/run-subject.ts';
import { fill, plain, type Words } from '../words.ts';
import { bottleneckNewsSignal, type CampaignInput, campaignUpdates } from './messages.ts';

interface CampaignTypes {
  start: CampaignStart;
  state: CampaignState;
  event: CampaignEvent;
  command: StampedCampaignCommand;
  heard: BottleneckNews;
  told: never;
}

const rules: SubjectRules<CampaignTypes> = {
  place: PLACE_OF.campaign,
  subject: (code) => subjectOf('campaign', code),
  commandTypes: Object.keys(campaignUpdates),
  hears: { signal: bottleneckNewsSignal.name, events: campaignAfterNews },
  begin: startCampaign,
  evolve: evolveCampaign,
  decide: decideCampaign,
  tick: campaignTick,
  waiting: ({ phase, openedAt, answerBy, timing }) =>
    phase === 'closed' ? [] : [waitingFor('campaign-answers', null, openedAt, { dueOn: answerBy, timing })],
  // Answers that come late begin it again.
  isFinished: (state) => state.phase === 'closed',
  portrait,
};

function portrait(state: CampaignState, { domain, supervisor }: Words): Portrait {
  const missing = unanswered(state);
  const asked = state.asked.length;
  return {
    title: `${state.code} · ${state.title}`,
    phase: domain.campaignPhase[state.phase],
    facts: [
      fill(supervisor.answeredOf, { answered: asked - missing.length, asked }),
      ...(missing.length > 0 ? [fill(supervisor.missing, { codes: missing.map(plain).join(', ') })] : []),
    ],
    agency: null,
    programme: null,
    procedures: null,
  };
}

/** `campaign/{code}`: asks many agencies by one day, and is closed when it has passed. */
export async function campaign(input: CampaignInput): Promise<SubjectEnd> {
  return runSubject(rules, input);
}
