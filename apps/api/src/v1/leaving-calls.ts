import { leavingChoices } from '@tinhgon/rules/leaving';
import { leavingResult, leavingView } from '@tinhgon/rules/views/leaving';
import { z } from 'zod';
import { personInput } from '../routes/leaving/person-input.ts';
import { call } from './call.ts';

export const LEAVING_CALLS = [
  call({
    method: 'post',
    path: '/people/{id}/leaving',
    summary:
      'Somebody leaves: with dryRun=true where each open step, assignment and delegation would go; else they go. Asking again goes on',
    params: personInput,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: leavingChoices,
    answer: z.union([leavingView, leavingResult]),
    run: (caller, { params, query, body }) =>
      query.dryRun === 'true'
        ? caller.leaving.preview({ ...params, choices: body })
        : caller.leaving.carryOut({ ...params, choices: body }),
  }),
] as const;
