import { startDocumentSchema, startPlanSchema } from '@tinhgon/rules/content';
import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { planCommandSchema } from '@tinhgon/rules/plan/command';
import { documentView } from '@tinhgon/rules/views/document';
import { searchInput, searchView } from '@tinhgon/rules/views/catalogue';
import { commandAnswer, startAnswer, feedPage } from '@tinhgon/rules/views/feed';
import { planView } from '@tinhgon/rules/views/plan';
import { proceduresForPlanInput, proceduresForPlanView } from '@tinhgon/rules/views/procedures-for-plan';
import { procedureListInput, procedurePage, totalsInput, totalsView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../routes/code-input.ts';
import { procedureDaysInput, procedureDetail } from '../routes/procedures/procedure-detail.ts';
import { feedInput } from '../routes/events/feed-input.ts';
import { BASELINE_CALLS } from './baseline-calls.ts';
import { BOTTLENECK_CALLS } from './bottleneck-calls.ts';
import { call } from './call.ts';
import { DEPENDENCY_CALLS } from './dependency-calls.ts';
import { CHANGES_CALLS } from './changes-calls.ts';
import { FILE_CALLS } from './file-calls.ts';
import { OPERATION_CALLS } from './operation-calls.ts';
import { NOTIFICATION_CALLS } from './notification-calls.ts';
import { CONSULTATION_CALLS } from './consultation-calls.ts';
import { LEAVING_CALLS } from './leaving-calls.ts';
import { DELEGATION_CALLS } from './delegation-calls.ts';
import { FIGURE_CALLS } from './figure-calls.ts';
import { INDICATOR_CALLS } from './indicator-calls.ts';
import { IMPORT_MAPPING_CALLS } from './import-mapping-calls.ts';
import { REPORT_CALLS } from './report-calls.ts';
import { TERMS_CALLS } from './terms-calls.ts';
import { LIST_CALLS } from './list-calls.ts';
import { FORECAST_CALLS } from './forecast-calls.ts';
import { WHERE_IT_STANDS_CALLS } from './where-it-stands-calls.ts';

import { CAMPAIGN_CALLS } from './campaign-calls.ts';
import { idempotency, startId } from './idempotency.ts';
import { INSPECTION_CALLS } from './inspection-calls.ts';

/** Every call of `/api/v1` but those whose bodies are files. */
export const CALLS = [
  call({
    method: 'get',
    path: '/programmes/{code}/totals',
    summary: "A programme's numbers as at a day, by ministry, year and measure",
    params: codeInput,
    query: totalsInput,
    answer: totalsView,
    run: (caller, { params, query }) => caller.programmes.totals({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/procedures',
    summary: 'Procedures with their evidence, page by page',
    query: procedureListInput,
    answer: procedurePage,
    run: (caller, { query }) => caller.procedures.list(query),
  }),
  call({
    method: 'get',
    path: '/procedures/{code}',
    summary:
      'A procedure with its evidence and what it asks of a citizen today, as far as plans have written it down',
    params: codeInput,
    query: procedureDaysInput,
    answer: procedureDetail,
    run: (caller, { params, query }) => caller.procedures.get({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/procedures-for-plan',
    summary: 'Procedures by code or words, first those a plan of an agency most likely means',
    query: proceduresForPlanInput,
    answer: proceduresForPlanView,
    run: (caller, { query }) => caller.procedures.forPlan(query),
  }),
  call({
    method: 'post',
    path: '/plans',
    summary: 'Start a plan',
    headers: idempotency,
    body: startPlanSchema,
    answer: startAnswer,
    status: 201,
    run: (caller, { headers, body }) => caller.plans.start({ ...body, commandId: startId(headers) }),
  }),
  call({
    method: 'get',
    path: '/plans/{code}',
    summary: 'A plan: its state, steps, who has it, since when, due when',
    params: codeInput,
    answer: planView,
    run: (caller, { params }) => caller.plans.get(params),
  }),
  call({
    method: 'post',
    path: '/plans/{code}/commands',
    summary: 'Give a command to a plan',
    params: codeInput,
    body: planCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.plans.command({ ...params, command: body }),
  }),
  call({
    method: 'post',
    path: '/documents',
    summary: 'Start a legal document',
    headers: idempotency,
    body: startDocumentSchema,
    answer: startAnswer,
    status: 201,
    run: (caller, { headers, body }) => caller.documents.start({ ...body, commandId: startId(headers) }),
  }),
  call({
    method: 'get',
    path: '/documents/{code}',
    summary: 'A legal document: its state, steps, evidence, linked procedures',
    params: codeInput,
    answer: documentView,
    run: (caller, { params }) => caller.documents.get(params),
  }),
  call({
    method: 'post',
    path: '/documents/{code}/commands',
    summary: 'Give a command to a document',
    params: codeInput,
    body: documentCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.documents.command({ ...params, command: body }),
  }),
  call({
    method: 'get',
    path: '/search',
    summary: 'What holds every word asked for in its code or name, as far as the caller may see it',
    query: searchInput.omit({ kinds: true }),
    answer: searchView,
    run: (caller, { query }) => caller.search.find(query),
  }),
  call({
    method: 'get',
    path: '/events',
    summary: 'The ordered feed of everything that happened, as far as the reader may see it',
    query: feedInput,
    answer: feedPage,
    run: (caller, { query }) => caller.events.list(query),
  }),
  ...BASELINE_CALLS,
  ...REPORT_CALLS,
  ...FIGURE_CALLS,
  ...INDICATOR_CALLS,
  ...IMPORT_MAPPING_CALLS,
  ...WHERE_IT_STANDS_CALLS,
  ...LIST_CALLS,
  ...FORECAST_CALLS,
  ...CHANGES_CALLS,
  ...FILE_CALLS,
  ...OPERATION_CALLS,
  ...NOTIFICATION_CALLS,
  ...CONSULTATION_CALLS,
  ...DELEGATION_CALLS,
  ...BOTTLENECK_CALLS,
  ...CAMPAIGN_CALLS,
  ...INSPECTION_CALLS,
  ...TERMS_CALLS,
  ...LEAVING_CALLS,
  ...DEPENDENCY_CALLS,
] as const;
