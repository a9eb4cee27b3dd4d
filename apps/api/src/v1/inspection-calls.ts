import { inspectionCommandSchema, openInspectionSchema } from '@tinhgon/rules/inspection/command';
import { commandAnswer, startAnswer } from '@tinhgon/rules/views/feed';
import { inspectionListInput, inspectionPage, inspectionView } from '@tinhgon/rules/views/inspection';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';
import { idempotency, startId } from './idempotency.ts';

export const INSPECTION_CALLS = [
  call({
    method: 'post',
    path: '/inspections',
    summary: 'Open an inspection of a ministry or province',
    headers: idempotency,
    body: openInspectionSchema,
    answer: startAnswer,
    status: 201,
    run: (caller, { headers, body }) => caller.inspections.open({ ...body, commandId: startId(headers) }),
  }),
  call({
    method: 'get',
    path: '/inspections',
    summary: 'Inspections the reader may see, newest first',
    query: inspectionListInput,
    answer: inspectionPage,
    run: (caller, { query }) => caller.inspections.list(query),
  }),
  call({
    method: 'get',
    path: '/inspections/{code}',
    summary: 'An inspection with its findings',
    params: codeInput,
    answer: inspectionView,
    run: (caller, { params }) => caller.inspections.get(params),
  }),
  call({
    method: 'post',
    path: '/inspections/{code}/commands',
    summary: 'Give a command to an inspection',
    params: codeInput,
    body: inspectionCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.inspections.command({ ...params, command: body }),
  }),
] as const;
