import { dependantsInput, dependantsView, graphInput, graphView } from '@tinhgon/rules/views/dependencies';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

export const DEPENDENCY_CALLS = [
  call({
    method: 'get',
    path: '/documents/{code}/dependants',
    summary: 'What a document holds: procedures, plans and ministries that wait for it',
    params: codeInput,
    query: dependantsInput,
    answer: dependantsView,
    run: (caller, { params, query }) => caller.dependencies.dependants({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/graph',
    summary: 'Documents and procedures around a document, procedure or plan, as a graph',
    query: graphInput,
    answer: graphView,
    run: (caller, { query }) => caller.dependencies.graph(query),
  }),
] as const;
