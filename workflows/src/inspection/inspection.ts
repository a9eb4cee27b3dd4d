import type { StampedInspectionCommand } from '@tinhgon/rules/inspection/command';
import { decideInspection, inspectionTick } from '@tinhgon/rules/inspection/decide';
import type { InspectionEvent } from '@tinhgon/rules/inspection/event';
import { evolveInspection } from '@tinhgon/rules/inspection/evolve';
import { type InspectionStart, startInspection } from '@tinhgon/rules/inspection/start';
import { type InspectionState, isFindingEnded } from '@tinhgon/rules/inspection/state';
import { PLACE_OF } from '@tinhgon/rules/subject-kinds';
import { subjectOf } from '../subject/messages.ts';
import { type Portrait, type SubjectRules, type Waiting, waitingFor } from '../subject/rules.ts';
import { runSubject, type SubjectEnd } from '../subject/run-subject.ts';
import { summary } from '../subject/start-options.ts';
import { dayIn, fill, plain, type Words } from '../words.ts';
import { type InspectionInput, inspectionUpdates } from './messages.ts';

interface InspectionTypes {
  start: InspectionStart;
  state: InspectionState;
  event: InspectionEvent;
  command: StampedInspectionCommand;
  heard: never;
  told: never;
}

const rules: SubjectRules<InspectionTypes> = {
  place: PLACE_OF.inspection,
  subject: (code) => subjectOf('inspection', code),
  commandTypes: Object.keys(inspectionUpdates),
  begin: startInspection,
  evolve: evolveInspection,
  decide: decideInspection,
  tick: inspectionTick,
  waiting: (state) => state.findings.flatMap((finding) => waitingOf(state, finding)),
  isFinished: (state) => state.phase === 'closed',
  portrait,
};

function waitingOf(state: InspectionState, finding: InspectionState['findings'][number]): Waiting[] {
  const about = summary(`${finding.number}. ${finding.text}`);
  const { timing, deadline: dueOn, waitingSince, answer } = finding;
  if (isFindingEnded(finding.phase)) return [];
  if (!answer) return [{ ...waitingFor('finding', state.agency, waitingSince, { dueOn, timing }), about }];
  return [{ ...waitingFor('confirmation', null, answer.at), about }];
}

function portrait(state: InspectionState, words: Words): Portrait {
  const { domain, supervisor } = words;
  const { agency, findings, periodFrom, periodTo } = state;
  const ended = findings.filter(({ phase }) => isFindingEnded(phase)).length;
  return {
    title: `${state.code} · ${state.subject}`,
    phase: domain.inspectionPhase[state.phase],
    facts: [
      fill(supervisor.inspected, {
        agency: plain(agency),
        from: dayIn(words, periodFrom),
        to: dayIn(words, periodTo),
      }),
      fill(supervisor.findings, { ended, count: findings.length }),
    ],
    agency,
    programme: null,
    procedures: null,
  };
}

/** `inspection/{code}`: until every finding has come to its end and it is closed. */
export async function inspection(input: InspectionInput): Promise<SubjectEnd> {
  return runSubject(rules, input);
}
