import { PLACE_OF, type Place, type StateOf, type WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { BottleneckInput } from '../bottleneck/messages.ts';
import type { CampaignInput } from '../campaign/messages.ts';
import type { DocumentInput } from '../document/messages.ts';
import type { InspectionInput } from '../inspection/messages.ts';
import type { PlanInput } from '../plan/messages.ts';
import { fill, type Locale, wordsOf } from '../words.ts';
import { type Answered, type Deployment, subjectOf, TASK_QUEUE } from './messages.ts';

/** The server refuses summaries of more than 400 bytes; a Vietnamese letter takes up to three. */
const SUMMARY_CHARACTERS = 130;

export const summary = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= SUMMARY_CHARACTERS
    ? line
    : `${line.slice(0, SUMMARY_CHARACTERS - 1).toWellFormed()}…`;
};

/** Everything but the conflict policies of `client.workflow.start`, the same whoever starts a subject. */
export interface StartOptions {
  readonly workflowType: WorkflowKind;
  readonly workflowId: string;
  readonly taskQueue: string;
  readonly staticSummary: string;
  readonly staticDetails: string;
  readonly args: [unknown];
}

interface Named {
  readonly kind: WorkflowKind;
  readonly code: string;
  /** What a supervisor reads in a list of workflows. */
  readonly sentence: string;
}

const startOptions = (
  { kind, code, sentence }: Named,
  input: { readonly deployment: Deployment },
  taskQueue: string,
): StartOptions => ({
  workflowType: kind,
  workflowId: subjectOf(kind, code),
  taskQueue,
  staticSummary: summary(sentence),
  staticDetails: pageLink(input.deployment, PLACE_OF[kind], code),
  args: [input],
});

export function planStartOptions(input: PlanInput, taskQueue: string = TASK_QUEUE): StartOptions {
  const { code, name } = input.begin
    ? { code: input.begin.code, name: input.begin.facts.header.name }
    : { code: input.from.state.code, name: input.from.state.header.name };
  const { supervisor } = wordsOf(input.deployment.locale);
  const sentence = fill(supervisor.plan, { code, name });
  return startOptions({ kind: 'plan', code, sentence }, input, taskQueue);
}

/** The same for a document. */
export function documentStartOptions(input: DocumentInput, taskQueue: string = TASK_QUEUE): StartOptions {
  const { code, title, type } = input.begin
    ? { code: input.begin.code, title: input.begin.facts.header.title, type: input.begin.type }
    : { code: input.from.state.code, title: input.from.state.header.title, type: input.from.state.type };
  const { supervisor, domain } = wordsOf(input.deployment.locale);
  const sentence = fill(supervisor.document, { type: domain.documentType[type], code, title });
  return startOptions({ kind: 'document', code, sentence }, input, taskQueue);
}

export function bottleneckStartOptions(input: BottleneckInput, taskQueue: string = TASK_QUEUE): StartOptions {
  const { code, what } = input.begin ?? input.from.state;
  const sentence = fill(wordsOf(input.deployment.locale).supervisor.bottleneck, { code, what });
  return startOptions({ kind: 'bottleneck', code, sentence }, input, taskQueue);
}

export function campaignStartOptions(input: CampaignInput, taskQueue: string = TASK_QUEUE): StartOptions {
  const { code, title } = input.begin ?? input.from.state;
  const sentence = fill(wordsOf(input.deployment.locale).supervisor.campaign, { code, title });
  return startOptions({ kind: 'campaign', code, sentence }, input, taskQueue);
}

export function inspectionStartOptions(input: InspectionInput, taskQueue: string = TASK_QUEUE): StartOptions {
  const { code, subject } = input.begin ?? input.from.state;
  const sentence = fill(wordsOf(input.deployment.locale).supervisor.inspection, { code, subject });
  return startOptions({ kind: 'inspection', code, sentence }, input, taskQueue);
}

/** How a subject of each kind is started from what the record says of it. */
export const START_FROM_RECORD: {
  readonly [K in WorkflowKind]: (
    input: {
      readonly deployment: Deployment;
      readonly from: {
        readonly state: StateOf[K];
        readonly epoch: number;
        readonly answers: readonly Answered[];
      };
    },
    taskQueue: string,
  ) => StartOptions;
} = {
  plan: planStartOptions,
  document: documentStartOptions,
  bottleneck: bottleneckStartOptions,
  campaign: campaignStartOptions,
  inspection: inspectionStartOptions,
};

/** Markdown link to the subject's page in the app. */
export function pageLink(
  deployment: { readonly locale: Locale; readonly publicUrl: string },
  place: Place,
  code: string,
): string {
  const { supervisor } = wordsOf(deployment.locale);
  return `[${supervisor.open}](${deployment.publicUrl}/${place}/${encodeURIComponent(code)})`;
}
