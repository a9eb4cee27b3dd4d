import { bulkActionSchema, bulkStartSchema, operationCommandSchema } from '@tinhgon/rules/operation/bulk';
import { agencyChangeStartSchema } from '@tinhgon/rules/operation/agency-change';
import { commandIdSchema, hashSchema } from '@tinhgon/rules/plan/command';
import { codeSchema } from '@tinhgon/rules/text';
import { MOST_ITEMS } from '@tinhgon/rules/operation/operation';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import {
  agencyChangePreview,
  bulkPreview,
  operationItemsInput,
  operationItemsPage,
  operationListInput,
  operationPage,
  operationStarted,
  operationView,
} from '@tinhgon/rules/views/operation';
import { z } from 'zod';
import { operationInput } from '../routes/operations/get-operation.ts';
import { call } from './call.ts';

/** A dry run needs no id, and says itself what each item has now. */
const requestSchema = z.strictObject({
  commandId: bulkStartSchema.shape.commandId.optional(),
  action: bulkActionSchema,
  items: z
    .array(bulkStartSchema.shape.items.element.partial({ expectedVersion: true, contentHash: true }))
    .min(1)
    .max(MOST_ITEMS),
});

export const OPERATION_CALLS = [
  call({
    method: 'post',
    path: '/operations',
    summary:
      'Do an action to each of a fixed list of plans and documents; with `dryRun=true` only say what a rule forbids, and the version and content each has now',
    query: z.object({ dryRun: z.stringbool().default(false) }),
    body: requestSchema,
    answer: z.union([operationStarted, bulkPreview]),
    run: (caller, { query, body }) => {
      if (!query.dryRun) return caller.operations.startBulk(bulkStartSchema.parse(body));
      const items = body.items.map(({ expectedVersion: _version, contentHash: _hash, ...chosen }) => chosen);
      return caller.operations.previewBulk({ action: body.action, items });
    },
  }),
  call({
    method: 'post',
    path: '/agency-changes',
    summary:
      'Merge, split or rename agencies from a day on; with `dryRun=true` only count by kind what would move',
    query: z.object({ dryRun: z.stringbool().default(false) }),
    body: agencyChangeStartSchema.partial({ commandId: true }),
    answer: z.union([operationStarted, agencyChangePreview]),
    run: (caller, { query, body }) =>
      query.dryRun
        ? caller.operations.previewAgencyChange(body.change)
        : caller.operations.startAgencyChange(agencyChangeStartSchema.parse(body)),
  }),
  call({
    method: 'post',
    path: '/operations/{id}/undo',
    summary: 'Move back what a change of agencies has moved',
    params: operationInput,
    body: z.strictObject({ commandId: commandIdSchema }),
    answer: operationStarted,
    status: 201,
    run: (caller, { params, body }) => caller.operations.undo({ ...params, ...body }),
  }),
  call({
    method: 'post',
    path: '/operations/{id}/signatures',
    summary: "Sign the report of a change of agencies for one's own",
    params: operationInput,
    body: z.strictObject({ commandId: commandIdSchema, agency: codeSchema, report: hashSchema }),
    answer: operationStarted,
    run: (caller, { params, body }) => caller.operations.sign({ ...params, ...body }),
  }),
  call({
    method: 'get',
    path: '/operations',
    summary: 'Operations, the newest first: own ones, or all for those who answer for all',
    query: operationListInput,
    answer: operationPage,
    run: (caller, { query }) => caller.operations.list(query),
  }),
  call({
    method: 'get',
    path: '/operations/{id}',
    summary: 'An operation: how far it is',
    params: operationInput,
    answer: operationView,
    run: (caller, { params }) => caller.operations.get(params),
  }),
  call({
    method: 'get',
    path: '/operations/{id}/items',
    summary: "An operation's plans and documents, and how each came off",
    params: operationInput,
    query: operationItemsInput.omit({ id: true }),
    answer: operationItemsPage,
    run: (caller, { params, query }) => caller.operations.items({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/operations/{id}/commands',
    summary: 'Pause an operation, take it up again, end it, or try again what has failed',
    params: operationInput,
    body: operationCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.operations.command({ ...params, command: body }),
  }),
] as const;
