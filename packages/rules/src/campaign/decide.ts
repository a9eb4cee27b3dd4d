import type { BottleneckNews } from '../bottleneck/tell.ts';
import { dayOf, type Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { decided, happened, type Stamp, timingAt } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedCampaignCommand } from './command.ts';
import type { CampaignEvent, CampaignEventBody } from './event.ts';
import { campaignMoved } from './move.ts';
import { answersFor, objectionToCampaignCommand } from './objections.ts';
import { answerOf } from './standing.ts';
import { type CampaignState, isLateAnswer } from './state.ts';

/** What a command does to a campaign, or why not. Pure; `now` is the workflow's time. */
export function decideCampaign(
  state: CampaignState,
  command: StampedCampaignCommand,
  now: Instant,
): Result<CampaignEvent[]> {
  const objection = objectionToCampaignCommand(state, command, now);
  if (objection) return { ok: false, rejection: objection };
  return ok([decided(state, command, eventBody(state, command, now), now)]);
}

function eventBody(state: CampaignState, command: StampedCampaignCommand, now: Instant): CampaignEventBody {
  switch (command.type) {
    case 'declareNone': {
      const agency = command.agency ?? answersFor(state, command.actor)[0] ?? command.actor.agency;
      return { type: 'noneDeclared', agency, late: isLateAnswer(state, now), note: command.note ?? '' };
    }
    case 'remind':
      return { type: 'campaignReminded', text: command.text };
    case 'moveDay': {
      const { answerBy, reason } = command;
      return { type: 'campaignDayMoved', answerBy, timing: timingAt(answerBy, now, state.calendar), reason };
    }
    case 'moveAgency':
      return campaignMoved(state, command, now);
    case 'close':
      return { type: 'campaignClosed', reason: command.reason };
    default:
      return assertNever(command);
  }
}

/** A bottleneck that was raised in the campaign, or withdrawn; what it said before changes nothing. */
export function campaignAfterNews(state: CampaignState, news: BottleneckNews, stamp: Stamp): CampaignEvent[] {
  const { bottleneckCode, seq: newsSeq, raisedAt, withdrawn } = news;
  const agency = givenUnder(state, news);
  const known = state.answers[agency]?.bottlenecks[bottleneckCode];
  if (known && known.seq >= newsSeq) return [];
  // It was raised in time or not; that it is withdrawn later does not change this.
  const late = known?.late ?? isLateAnswer(state, raisedAt);
  const body = {
    type: 'bottleneckReported',
    agency,
    bottleneckCode,
    newsSeq,
    raisedAt,
    late,
    withdrawn,
  } as const;
  return happened(state, [body], stamp);
}

/** Its author may belong to another agency by now: an answer stays where it was given. */
function givenUnder(state: CampaignState, { bottleneckCode, agency, withdrawn }: BottleneckNews): string {
  if (state.answers[agency]?.bottlenecks[bottleneckCode] || !(state.places || withdrawn)) return agency;
  return answerOf(state, bottleneckCode) ?? agency;
}

/** Marks it due soon or overdue, and closes it once its day has passed. */
export function campaignTick(state: CampaignState, stamp: Stamp): CampaignEvent[] {
  if (state.phase === 'closed') return [];
  const timing = timingAt(state.answerBy, stamp.at, state.calendar);
  const bodies: CampaignEventBody[] = [];
  if (timing !== state.timing) bodies.push({ type: 'dueTimingChanged', timing });
  if (dayOf(stamp.at) > state.answerBy) bodies.push({ type: 'campaignClosed' });
  return happened(state, bodies, stamp);
}
