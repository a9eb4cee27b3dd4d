import { patched } from '@temporalio/workflow';
import { objectionToSavedDates } from '@tinhgon/rules/dates/arrival';
import { decidePlan } from '@tinhgon/rules/plan/decide';
import type { StampedPlanCommand } from '@tinhgon/rules/plan/command';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import { openSteps } from '@tinhgon/rules/plan/lanes';
import { planAfterNews, planTick } from '@tinhgon/rules/plan/hear';
import { type PlanStart, startPlan } from '@tinhgon/rules/plan/start';
import { linkedDocumentCodes, type PlanState } from '@tinhgon/rules/plan/state';
import { type DocumentNews, type PlanLinkNews, planMessages } from '@tinhgon/rules/messages';
import { PLACE_OF } from '@tinhgon/rules/subject-kinds';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { planSubject } from '../subject/messages.ts';
import type { SubjectRules } from '../subject/rules.ts';
import { runSubject, type SubjectEnd } from '../subject/run-subject.ts';
import { workPortrait } from '../subject/work-portrait.ts';
import { fill, plain } from '../words.ts';
import { laneFacts } from './lane-facts.ts';
import { documentNewsSignal, type PlanInput, planUpdates } from './messages.ts';

interface PlanTypes {
  start: PlanStart;
  state: PlanState;
  event: PlanEvent;
  command: StampedPlanCommand;
  heard: DocumentNews;
  told: PlanLinkNews;
}

/** Plans that began when documents were told of every step go on as their histories say. */
function news(before: PlanState | null, after: PlanState): ReturnType<typeof planMessages> {
  const owed = planMessages(before, after);
  const repeated = planMessages(before, after, { repeated: true });
  return repeated.length === owed.length || patched('documents hear what is new') ? owed : repeated;
}

const rules: SubjectRules<PlanTypes> = {
  place: PLACE_OF.plan,
  subject: planSubject,
  commandTypes: Object.keys(planUpdates),
  hears: {
    signal: documentNewsSignal.name,
    events: (state, { documentCode, ...news }, stamp) => planAfterNews(state, documentCode, news, stamp),
  },
  tells: { receivers: 'document', news },
  begin: startPlan,
  evolve: evolvePlan,
  decide: decidePlan,
  objectionOnArrival: objectionToSavedDates,
  tick: planTick,
  waiting: openSteps,
  isFinished: (state) => isClosed(state.phase),
  portrait: (state, words) => {
    const portrait = workPortrait(state, state.measures.length, words);
    const codes = linkedDocumentCodes(state).map(plain).join(', ');
    const documents = codes === '' ? [] : [fill(words.supervisor.documents, { codes })];
    return {
      ...portrait,
      title: `${state.code} · ${state.header.name}`,
      facts: [...portrait.facts, ...laneFacts(state, words), ...documents],
    };
  },
};

/** `plan/{code}`: steps 1–3, then waits for its documents, until every measure is evidenced or it is closed. */
export async function plan(input: PlanInput): Promise<SubjectEnd> {
  return runSubject(rules, input);
}
