import { textItems } from '../confirming/confirmable.ts';
import { forgotten, lastSeenAfter, TEXT } from '../confirming/last-seen.ts';
import { evolveRemarks, settled } from '../remark/evolve.ts';
import { remarksOf } from '../remark/state.ts';
import { evolveConsultations } from '../consultation/evolve.ts';
import { consultationsOf } from '../consultation/state.ts';
import { filesAfter } from '../files/file.ts';
import { movedStep, withFormer } from '../agency-move.ts';
import { doer, handsOf, type PersonRef } from '../person.ts';
import { bookOf } from '../dates/book.ts';
import { evolveBook } from '../dates/evolve.ts';
import { withDocumentDate } from '../dates/header.ts';
import { finishStep, type FinishedStep, type OpenStep } from '../step.ts';
import { assertNever, type StepKey } from '../vocabulary.ts';
import type { PlanLinkNews } from '../messages.ts';
import type { DocumentEvent, Flow } from './event.ts';
import { seenItems, withVoided } from './material.ts';
import { type DocumentState, type Evidence, materialHash } from './state.ts';

/**
 * The document after one more event. Pure and without rules, as for plans.
 *
 * @throws RangeError when the first event is not a beginning, or the event is not the next one.
 */
export function evolveDocument(state: DocumentState | null, event: DocumentEvent): DocumentState {
  if (event.seq !== (state?.seq ?? 0) + 1) {
    throw new RangeError(`event ${event.seq} does not follow ${state?.seq ?? 0}`);
  }
  if (event.type === 'documentStarted' || event.type === 'documentImported') {
    return { ...event.state, seq: event.seq, version: event.version };
  }
  if (!state) throw new RangeError(`a document cannot begin with ${event.type}`);
  return { ...state, ...change(state, event), seq: event.seq, version: event.version };
}

export const foldDocument = (events: readonly DocumentEvent[]): DocumentState | null =>
  events.reduce<DocumentState | null>(evolveDocument, null);

type Change = Partial<DocumentState>;
type Following = Exclude<DocumentEvent, { type: 'documentStarted' | 'documentImported' }>;

function change(state: DocumentState, event: Following): Change {
  switch (event.type) {
    case 'planLinked': {
      return {
        links: withLinks(state.links, event.news),
        ...flow(state, event, 'withdrawn'),
      };
    }
    case 'contentSaved':
      return {
        content: event.facts.content,
        ...(event.facts.material ? { material: event.facts.material } : {}),
        ...(event.facts.articles ? { articles: event.facts.articles } : {}),
        ...(event.facts.articleList ? { articleList: event.facts.articleList } : {}),
        header: event.facts.header,
        firstPlannedInForceOn: state.firstPlannedInForceOn ?? event.facts.header.plannedInForceOn,
        editors: withEditor(state, doer(event)),
        ...flow(state, event, 'submitted'),
      };
    case 'submitted': {
      const { voided, at } = event;
      const approvals = voided ? { approvals: withVoided(state.approvals, voided, at) } : {};
      return { ...approvals, ...flow(state, event, 'submitted') };
    }
    case 'approved': {
      const { step, at, contentHash } = event;
      const items = seenItems(state);
      const approval = {
        step,
        by: doer(event),
        at,
        contentHash,
        material: materialHash(state),
        ...(items ? { items } : {}),
      };
      return {
        approvals: [...state.approvals, approval],
        ...keep(state, event),
        ...(event.confirms ? { remarks: settled(remarksOf(state), event.confirms, event) } : {}),
        ...flow(state, event, 'approved'),
      };
    }
    case 'returned':
      return { ...keep(state, event), ...flow(state, event, 'returned') };
    case 'refused':
      return {
        ...forgotten(state),
        ...flow(state, { ...event, flow: { steps: [], phase: 'refused' } }, 'refused'),
      };
    case 'withdrawn':
      return { ...flow(state, { ...event, flow: { steps: [], phase: 'withdrawn' } }, 'withdrawn') };
    case 'stepClaimed':
      return { steps: changeStep(state, event.step, { holder: doer(event), heldSince: event.at }) };
    case 'stepReleased':
      return { steps: changeStep(state, event.step, { holder: null, heldSince: null }) };
    case 'stepReassigned':
      return { steps: changeStep(state, event.step, { holder: event.to, heldSince: event.at }) };
    case 'replanned':
      return {
        chain: event.chain ?? state.chain,
        calendar: event.calendar ?? state.calendar,
        steps: event.flow.steps,
      };
    case 'commented':
      return {};
    case 'remarked':
    case 'remarkAnswered':
    case 'remarkResolved':
    case 'remarkReopened':
      return { remarks: evolveRemarks(remarksOf(state), event) };
    case 'fileAttached':
      return {
        files: filesAfter(state.files, event),
        // Whoever attaches a draft has drafted.
        ...(event.file.kind === 'draft' ? { editors: withEditor(state, doer(event)) } : {}),
      };
    case 'fileDetached':
      return { files: filesAfter(state.files, event) };
    case 'evidenceRecorded': {
      const approval = event.contentHash && {
        step: event.step,
        by: doer(event),
        at: event.at,
        contentHash: event.contentHash,
      };
      return {
        ...withEvidence(state, event.evidence, null),
        ...(approval ? { approvals: [...state.approvals, approval] } : {}),
        ...flow(state, event, 'recorded'),
      };
    }
    case 'consultationAsked':
    case 'consultationAnswered':
    case 'pointResponded':
      return { consultations: evolveConsultations(consultationsOf(state), event) };
    case 'correctionAsked':
      return { corrections: [...state.corrections, event.correction] };
    case 'correctionConfirmed':
      return {
        ...withEvidence(state, event.evidence, event.replaces),
        corrections: state.corrections.filter(({ id }) => id !== event.correctionId),
        ...flow(state, event, 'recorded'),
      };
    case 'correctionRefused':
      return { corrections: state.corrections.filter(({ id }) => id !== event.correctionId) };
    case 'agencyMoved':
      return {
        leadAgency: event.leadAgency,
        formerAgencies: withFormer(state.formerAgencies, event.before, event),
        steps: state.steps.map((step) => movedStep(step, event)),
      };
    case 'dateChangeRequested':
    case 'dateChangeRefused':
    case 'delayExplained':
      return { dates: evolveBook(bookOf(state), event) };
    case 'dateChangeApproved': {
      const { date, to } = event.change;
      return {
        dates: evolveBook(bookOf(state), event),
        header: withDocumentDate(state.header, date, to),
        firstPlannedInForceOn: state.firstPlannedInForceOn ?? (date === 'plannedInForce' ? to : null),
        steps: event.steps,
      };
    }
    case 'stepTimingChanged':
      return { steps: changeStep(state, event.step, { timing: event.timing }) };
    default:
      return assertNever(event);
  }
}

/** What a check saw of a document that leaves it with remarks of its own unsettled. */
function keep(
  state: DocumentState,
  { at, step, keeps }: Extract<DocumentEvent, { type: 'approved' | 'returned' }>,
): Change {
  const { content, articleList } = state;
  const articles = articleList ? { articles: articleList } : {};
  const saw = { at, content, items: textItems(state), ...articles };
  return lastSeenAfter(state, step, [TEXT], keeps ? { [TEXT]: saw } : {});
}

/** What is drafted in somebody's name is theirs too. */
const withEditor = (state: DocumentState, by: PersonRef): readonly string[] => [
  ...new Set([...state.editors, ...handsOf(by)]),
];

/** What a plan asks, and what asks since it was split off the plan. */
export function withLinks(links: DocumentState['links'], news: PlanLinkNews): DocumentState['links'] {
  const all = [news, ...(news.also ?? [])].map(
    ({ planCode, seq, approved, measures, editors, origin, asksSince }) =>
      [
        planCode,
        {
          seq,
          approved,
          measures,
          editors,
          ...(origin === undefined ? {} : { origin }),
          ...(asksSince === undefined ? {} : { asksSince }),
        },
      ] as const,
  );
  return { ...links, ...Object.fromEntries(all) };
}

/** Steps that were open and are no longer have finished with this event. */
function flow(
  state: DocumentState,
  event: { readonly flow: Flow } & Pick<DocumentEvent, 'at' | 'actor' | 'onBehalfOf'>,
  outcome: FinishedStep['outcome'],
): Change {
  const stillOpen = new Set(event.flow.steps.map((step) => `${step.key} ${step.openedAt}`));
  const finished = state.steps
    .filter((step) => !stillOpen.has(`${step.key} ${step.openedAt}`))
    .map((step) => finishStep(step, event.at, doer(event), outcome));
  return {
    steps: event.flow.steps,
    phase: event.flow.phase,
    finishedSteps: finished.length > 0 ? [...state.finishedSteps, ...finished] : state.finishedSteps,
  };
}

const changeStep = (state: DocumentState, key: StepKey, facts: Partial<OpenStep>): readonly OpenStep[] =>
  state.steps.map((step) => (step.key === key ? { ...step, ...facts } : step));

function withEvidence(state: DocumentState, evidence: Evidence, replaces: string | null): Change {
  const put = <T extends Evidence>(list: readonly T[], item: T): readonly T[] =>
    replaces === null ? [...list, item] : list.map((old) => (old.id === replaces ? item : old));
  switch (evidence.kind) {
    case 'promulgation':
      return { promulgation: evidence };
    case 'announcement':
      return { announcements: put(state.announcements, evidence) };
    case 'database-entry':
      return { databaseEntries: put(state.databaseEntries, evidence) };
    case 'display':
      return { displays: put(state.displays, evidence) };
    default:
      return assertNever(evidence);
  }
}
