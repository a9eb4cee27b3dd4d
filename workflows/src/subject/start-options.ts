import type { DocumentType } from '@tinhgon/rules/vocabulary';
import type { DocumentInput } from '../document/messages.ts';
import type { PlanInput } from '../plan/messages.ts';
import { fill, type Locale, wordsOf } from '../words.ts';
import { documentSubject, planSubject, TASK_QUEUE } from './messages.ts';

/** The server refuses summaries of more than 400 bytes; a Vietnamese letter takes up to three. */
const SUMMARY_CHARACTERS = 130;

export const summary = (text: string): string =>
  text.length <= SUMMARY_CHARACTERS ? text : `${text.slice(0, SUMMARY_CHARACTERS - 1).toWellFormed()}…`;

/** Everything but the conflict policies of `client.workflow.start`, the same whoever starts a plan. */
export function planStartOptions(input: PlanInput, taskQueue: string = TASK_QUEUE) {
  const { code, name } = input.begin
    ? { code: input.begin.code, name: input.begin.facts.header.name }
    : { code: input.from.state.code, name: input.from.state.header.name };
  const { supervisor } = wordsOf(input.deployment.locale);
  return {
    workflowType: 'plan' as const,
    workflowId: planSubject(code),
    taskQueue,
    staticSummary: summary(fill(supervisor.plan, { code, name })),
    staticDetails: pageLink(input.deployment, 'plans', code),
    args: [input] as [PlanInput],
  };
}

/** The same for a document. */
export function documentStartOptions(input: DocumentInput, taskQueue: string = TASK_QUEUE) {
  const { code, title, type } = input.begin
    ? { code: input.begin.code, title: input.begin.facts.header.title, type: input.begin.type }
    : { code: input.from.state.code, title: input.from.state.header.title, type: input.from.state.type };
  const { supervisor, domain } = wordsOf(input.deployment.locale);
  const typeName = domain.documentType[type satisfies DocumentType];
  return {
    workflowType: 'document' as const,
    workflowId: documentSubject(code),
    taskQueue,
    staticSummary: summary(fill(supervisor.document, { type: typeName, code, title })),
    staticDetails: pageLink(input.deployment, 'documents', code),
    args: [input] as [DocumentInput],
  };
}

/** Markdown link to the subject's page in the app. */
export function pageLink(
  deployment: { readonly locale: Locale; readonly publicUrl: string },
  noun: 'plans' | 'documents',
  code: string,
): string {
  const { supervisor } = wordsOf(deployment.locale);
  return `[${supervisor.open}](${deployment.publicUrl}/${noun}/${encodeURIComponent(code)})`;
}
