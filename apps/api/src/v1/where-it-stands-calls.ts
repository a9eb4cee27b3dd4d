import { costLinesInput, costPlanPage, costProcedurePage, costView } from '@tinhgon/rules/views/cost';
import { totalsInput } from '@tinhgon/rules/views/totals';
import {
  debtInput,
  debtView,
  holdingInput,
  holdingPage,
  partsView,
  rankingView,
  responsibilityView,
  stagesView,
} from '@tinhgon/rules/views/where-it-stands';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** Where a programme stands: by part, by agency, by step, by who has the work. */
export const WHERE_IT_STANDS_CALLS = [
  call({
    method: 'get',
    path: '/programmes/{code}/parts',
    summary: 'The baseline by level, field and document type as at a day',
    params: codeInput,
    query: totalsInput,
    answer: partsView,
    run: (caller, { params, query }) => caller.programmes.parts({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/ranking',
    summary: 'Agencies by how far their part is simplified, small denominators steadied',
    params: codeInput,
    query: totalsInput,
    answer: rankingView,
    run: (caller, { params, query }) => caller.programmes.ranking({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/stages',
    summary: 'Open steps by step and lead agency, with how long they have been open',
    params: codeInput,
    query: totalsInput,
    answer: stagesView,
    run: (caller, { params, query }) => caller.programmes.stages({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/holding',
    summary: 'Open steps of a day one by one: who has what since when, page by page',
    params: codeInput,
    query: holdingInput,
    answer: holdingPage,
    run: (caller, { params, query }) => caller.programmes.holding({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/responsibility',
    summary: 'What each unit and person has open, and did in the year before',
    params: codeInput,
    query: totalsInput,
    answer: responsibilityView,
    run: (caller, { params, query }) => caller.programmes.responsibility({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/debt',
    summary: 'Documents that should have been issued by a day and were not',
    params: codeInput,
    query: debtInput,
    answer: debtView,
    run: (caller, { params, query }) => caller.programmes.debt({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/cost',
    summary: 'What following the procedures costs in a year and what is saved of it, as at a day, by agency',
    params: codeInput,
    query: totalsInput,
    answer: costView,
    run: (caller, { params, query }) => caller.programmes.cost({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/cost/plans',
    summary: 'Approved plans with a cost sheet, largest saving first, page by page',
    params: codeInput,
    query: costLinesInput,
    answer: costPlanPage,
    run: (caller, { params, query }) => caller.programmes.costPlans({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/cost/procedures',
    summary: 'Procedures that count and have a cost sheet, largest saving first, page by page',
    params: codeInput,
    query: costLinesInput,
    answer: costProcedurePage,
    run: (caller, { params, query }) => caller.programmes.costProcedures({ ...params, ...query }),
  }),
] as const;
