import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { leavingChoices } from '@tinhgon/rules/leaving';
import { leavingView } from '@tinhgon/rules/views/leaving';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { z } from 'zod';
import { personInput } from '../routes/leaving/person-input.ts';
import { call } from './call.ts';

const leavingStart = leavingChoices.extend({ commandId: commandIdSchema });

export const LEAVING_CALLS = [
  call({
    method: 'post',
    path: '/people/{id}/leaving',
    summary:
      'Somebody leaves: with dryRun=true where each open step, assignment and delegation would go; else an operation lets them go. Its `commandId` becomes the id of the operation',
    params: personInput,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: leavingStart.partial({ commandId: true }),
    answer: z.union([leavingView, operationStarted]),
    run: (caller, { params, query, body }) => {
      if (query.dryRun === 'true') {
        const { commandId: _id, ...choices } = body;
        return caller.leaving.preview({ ...params, choices });
      }
      const { commandId, ...choices } = leavingStart.parse(body);
      return caller.leaving.carryOut({ ...params, commandId, choices });
    },
  }),
] as const;
