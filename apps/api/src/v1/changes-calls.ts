import {
  changesInput,
  documentChangesView,
  lookAnswer,
  lookInput,
  planChangesInput,
  planChangesView,
} from '@tinhgon/rules/views/changes';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

export const CHANGES_CALLS = [
  call({
    method: 'get',
    path: '/plans/{code}/changes',
    summary:
      "What of a plan reads otherwise than at the caller's last decision or look, or than after an event",
    params: codeInput,
    query: planChangesInput,
    answer: planChangesView,
    run: (caller, { params, query }) => caller.plans.changes({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/documents/{code}/changes',
    summary: 'The same of a document and the measures linked to it, for those who read its drafts',
    params: codeInput,
    query: changesInput,
    answer: documentChangesView,
    run: (caller, { params, query }) => caller.documents.changes({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/plans/{code}/look',
    summary: 'Mark a plan as read by the caller; answers up to where they had read before this visit',
    params: codeInput,
    body: lookInput,
    answer: lookAnswer,
    run: (caller, { params, body }) => caller.plans.look({ ...params, ...body }),
  }),
  call({
    method: 'post',
    path: '/documents/{code}/look',
    summary: 'The same of a document',
    params: codeInput,
    body: lookInput,
    answer: lookAnswer,
    run: (caller, { params, body }) => caller.documents.look({ ...params, ...body }),
  }),
] as const;
