import { afterEvent } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { CampaignEvent } from './event.ts';
import { openParts } from './standing.ts';
import type { CampaignAnswer, CampaignState } from './state.ts';

/** The campaign after one more event. Pure and without rules. @throws RangeError when the event is not the next one. */
export const evolveCampaign = (state: CampaignState | null, event: CampaignEvent): CampaignState =>
  afterEvent(state, event, (first) => (first.type === 'campaignOpened' ? first.state : null), change);

const NOTHING_YET: CampaignAnswer = { bottlenecks: {}, none: null };

function change(state: CampaignState, event: CampaignEvent): Partial<CampaignState> {
  switch (event.type) {
    case 'bottleneckReported': {
      const { agency, bottleneckCode, newsSeq: seq, raisedAt: at, late, withdrawn } = event;
      const before = state.answers[agency] ?? NOTHING_YET;
      const bottlenecks = { ...before.bottlenecks, [bottleneckCode]: { seq, at, late, withdrawn } };
      return { answers: { ...state.answers, [agency]: { ...before, bottlenecks } } };
    }
    case 'noneDeclared': {
      const { agency, late, note, actor: by, at } = event;
      // At the place of several, for each that has not answered: what another had said stays its own.
      const open = state.places?.[agency] ? openParts(state, agency) : [agency];
      const none = { by, at, late, note };
      const said = open.map((code) => [code, { ...(state.answers[code] ?? NOTHING_YET), none }]);
      return { answers: { ...state.answers, ...Object.fromEntries(said) } };
    }
    case 'agencyMoved':
      return { asked: event.asked, places: event.places };
    case 'campaignReminded':
      return { reminder: { text: event.text, at: event.at, by: event.actor } };
    case 'campaignDayMoved': {
      const { answerBy, timing, reason, at, actor: by } = event;
      const firstAnswerBy = state.firstAnswerBy ?? state.answerBy;
      return { answerBy, firstAnswerBy, timing, moved: { reason, at, by } };
    }
    case 'campaignClosed':
      return { phase: 'closed', closedAt: event.at };
    case 'dueTimingChanged':
      return { timing: event.timing };
    case 'campaignOpened':
      return {};
    default:
      return assertNever(event);
  }
}
