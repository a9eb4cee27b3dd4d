import { timingOf } from '../clock.ts';
import { dayOf, type Instant } from '../day.ts';
import { inheritedBy } from '../heir.ts';
import type { PlanLinkNews } from '../messages.ts';
import { isClosed } from '../vocabulary.ts';
import { linkedProcedures } from './coverage.ts';
import type { DocumentEvent, Flow } from './event.ts';
import { evolveDocument, withLinks } from './evolve.ts';
import { flowAfterPromulgation, opened } from './flow.ts';
import type { DocumentState } from './state.ts';

/**
 * What follows for the document when a plan reports its link: a waiting document begins when the plan is
 * approved, and one that had begun and of which no plan asks anything any more is withdrawn.
 */
export function documentAfterNews(
  state: DocumentState,
  news: PlanLinkNews,
  stamp: Pick<DocumentEvent, 'at' | 'actor'>,
): DocumentEvent[] {
  const known = state.links[news.planCode];
  if (state.phase === 'refused' || state.phase === 'withdrawn') return [];
  if (known ? known.seq >= news.seq : news.measures.length === 0) return [];
  const { heir, ...asked } = news;
  const told = withoutKnown(state, asked);
  const approved = told.approved || (told.also ?? []).some((part) => part.approved);
  const flowOf = (under: DocumentState): Flow =>
    flowAfterLink({ ...under, links: withLinks(under.links, told) }, approved, stamp.at);
  const linked = (under: DocumentState): DocumentEvent => {
    const { seq, version } = under;
    return { type: 'planLinked', news: told, flow: flowOf(under), seq: seq + 1, version, ...stamp };
  };
  const opens = state.phase === 'done' && flowOf(state).steps.length > 0;
  const inherited = opens ? inheritedBy({ leadAgency: state.leadAgency, coAgencies: [] }, heir) : null;
  if (!inherited) return [linked(state)];
  const moved: DocumentEvent = { ...inherited, seq: state.seq + 1, version: state.version, ...stamp };
  return [moved, linked(evolveDocument(state, moved))];
}

/** What was split off speaks for itself once it has been heard. */
function withoutKnown(state: DocumentState, { also = [], ...news }: PlanLinkNews): PlanLinkNews {
  const unheard = also.filter(({ planCode }) => state.links[planCode] === undefined);
  return unheard.length > 0 ? { ...news, also: unheard } : news;
}

function flowAfterLink(state: DocumentState, approved: boolean, now: Instant): Flow {
  if (state.promulgation) {
    return flowAfterPromulgation(
      state,
      now,
      state.steps.some((step) => step.key === 'sign-announcement'),
    );
  }
  // What has not begun is its drafters' to withdraw: another ministry's plan coming and going does not end it.
  if (state.phase === 'waiting' && !approved) return { steps: [], phase: 'waiting' };
  if (linkedProcedures(state).length === 0) return { steps: [], phase: 'withdrawn' };
  if (state.phase === 'waiting') return { steps: [opened(state, 'draft', now)], phase: 'drafting' };
  return { steps: state.steps, phase: state.phase };
}

/** Marks open steps due soon or overdue. */
export function documentTick(
  state: DocumentState,
  stamp: Pick<DocumentEvent, 'at' | 'actor'>,
): DocumentEvent[] {
  if (isClosed(state.phase)) return [];
  return state.steps
    .map((step) => ({
      step: step.key,
      timing: timingOf(step.dueOn, dayOf(stamp.at), state.calendar),
      was: step.timing,
    }))
    .filter(({ timing, was }) => timing !== was)
    .map(({ step, timing }, index) => ({
      type: 'stepTimingChanged' as const,
      step,
      timing,
      seq: state.seq + 1 + index,
      version: state.version,
      ...stamp,
    }));
}
