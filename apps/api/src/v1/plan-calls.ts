import { changesInput, planChangesView } from '@tinhgon/rules/views/changes';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

export const PLAN_CALLS = [
  call({
    method: 'get',
    path: '/plans/{code}/changes',
    summary: "What of a plan reads otherwise than at the caller's last decision, or than after an event",
    params: codeInput,
    query: changesInput,
    answer: planChangesView,
    run: (caller, { params, query }) => caller.plans.changes({ ...params, ...query }),
  }),
] as const;
