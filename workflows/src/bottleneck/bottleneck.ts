import type { StampedBottleneckCommand } from '@tinhgon/rules/bottleneck/command';
import { bottleneckTick, decideBottleneck } from '@tinhgon/rules/bottleneck/decide';
import type { BottleneckEvent } from '@tinhgon/rules/bottleneck/event';
import { evolveBottleneck } from '@tinhgon/rules/bottleneck/evolve';
import { type BottleneckStart, startBottleneck } from '@tinhgon/rules/bottleneck/start';
import { type BottleneckState, isBottleneckClosed } from '@tinhgon/rules/bottleneck/state';
import { bottleneckMessages, type BottleneckNews } from '@tinhgon/rules/bottleneck/tell';
import { PLACE_OF } from '@tinhgon/rules/subject-kinds';
import { subjectOf } from '../subject/messages.ts';
import { type Portrait, type SubjectRules, waitingFor } from '../subject/rules.ts';
import { runSubject, type SubjectEnd } from '../subject/run-subject.ts';
import { summary } from '../subject/start-options.ts';
import { fill, plain, type Words } from '../words.ts';
import { type BottleneckInput, bottleneckUpdates } from './messages.ts';

interface BottleneckTypes {
  start: BottleneckStart;
  state: BottleneckState;
  event: BottleneckEvent;
  command: StampedBottleneckCommand;
  heard: never;
  told: BottleneckNews;
}

const rules: SubjectRules<BottleneckTypes> = {
  place: PLACE_OF.bottleneck,
  subject: (code) => subjectOf('bottleneck', code),
  commandTypes: Object.keys(bottleneckUpdates),
  tells: { receivers: 'campaign', news: bottleneckMessages },
  begin: startBottleneck,
  evolve: evolveBottleneck,
  decide: decideBottleneck,
  tick: bottleneckTick,
  waiting: ({ phase, responsible, raisedFor, waitingSince, answerBy, timing, answer }) => {
    if (isBottleneckClosed(phase)) return [];
    if (!answer) return [waitingFor('answer', responsible, waitingSince, { dueOn: answerBy, timing })];
    return [waitingFor('acceptance', raisedFor, answer.at)];
  },
  isFinished: (state) => isBottleneckClosed(state.phase),
  portrait,
};

function portrait(state: BottleneckState, { domain, supervisor }: Words): Portrait {
  const { code, on, what, cause, causeText, raisedBy, raisedFor, campaign } = state;
  const text = causeText === '' ? '' : ` (${plain(causeText)})`;
  return {
    title: summary(`${code} · ${what}`),
    phase: domain.bottleneckPhase[state.phase],
    facts: [
      fill(supervisor.standsOn[on.kind], { code: plain(on.code) }),
      fill(supervisor.cause, { cause: domain.cause[cause], text }),
      fill(supervisor.raisedBy, { by: plain(raisedBy.name), agency: plain(raisedFor) }),
      ...(campaign === null ? [] : [fill(supervisor.inCampaign, { code: plain(campaign) })]),
    ],
    agency: state.responsible,
    programme: null,
    procedures: null,
  };
}

/** `bottleneck/{code}`: from being raised until its answer is accepted or it is withdrawn. */
export async function bottleneck(input: BottleneckInput): Promise<SubjectEnd> {
  return runSubject(rules, input);
}
