import { randomUUID } from 'node:crypto';
import { delegationInput } from '@tinhgon/rules/delegation';
import { commandIdSchema } from '@tinhgon/rules/plan/command';
import { delegationsInput, delegationsView } from '@tinhgon/rules/views/delegation';
import { z } from 'zod';
import { delegationAnswer } from '../routes/delegations/give-delegation.ts';
import { call } from './call.ts';

export const DELEGATION_CALLS = [
  call({
    method: 'get',
    path: '/delegations',
    summary: 'What a person (the caller when none is named) has delegated, and what is delegated to them',
    query: delegationsInput,
    answer: delegationsView,
    run: (caller, { query }) => caller.delegations.list(query),
  }),
  call({
    method: 'post',
    path: '/delegations',
    summary: 'Delegate assignments to a substitute for a time',
    headers: z.object({ 'idempotency-key': commandIdSchema.optional() }),
    body: delegationInput.omit({ id: true }),
    answer: delegationAnswer,
    status: 201,
    run: (caller, { headers, body }) =>
      caller.delegations.give({ ...body, id: headers['idempotency-key'] ?? randomUUID() }),
  }),
  call({
    method: 'post',
    path: '/delegations/{id}/revoke',
    summary: 'End a delegation at once',
    params: z.object({ id: z.uuid() }),
    answer: delegationAnswer,
    run: (caller, { params }) => caller.delegations.revoke(params),
  }),
] as const;
