import { bottleneckCommandSchema, raiseBottleneckSchema } from '@tinhgon/rules/bottleneck/command';
import { bottleneckListInput, bottleneckPage, bottleneckView } from '@tinhgon/rules/views/bottleneck';
import { commandAnswer, startAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';
import { idempotency, startId } from './idempotency.ts';

export const BOTTLENECK_CALLS = [
  call({
    method: 'post',
    path: '/bottlenecks',
    summary: 'Raise a bottleneck on a procedure, document or plan',
    headers: idempotency,
    body: raiseBottleneckSchema,
    answer: startAnswer,
    status: 201,
    run: (caller, { headers, body }) => caller.bottlenecks.raise({ ...body, commandId: startId(headers) }),
  }),
  call({
    method: 'get',
    path: '/bottlenecks',
    summary: 'Bottlenecks the reader may see: open ones first, by the day their answer is due',
    query: bottleneckListInput,
    answer: bottleneckPage,
    run: (caller, { query }) => caller.bottlenecks.list(query),
  }),
  call({
    method: 'get',
    path: '/bottlenecks/{code}',
    summary: 'A bottleneck: what, cause, who has to answer, the answer',
    params: codeInput,
    answer: bottleneckView,
    run: (caller, { params }) => caller.bottlenecks.get(params),
  }),
  call({
    method: 'post',
    path: '/bottlenecks/{code}/commands',
    summary: 'Give a command to a bottleneck',
    params: codeInput,
    body: bottleneckCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.bottlenecks.command({ ...params, command: body }),
  }),
] as const;
