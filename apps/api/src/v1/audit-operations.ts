import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { auditQuery, auditSubject, checkpointDay } from '../audit/audit-routes.ts';

const file = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object' as const } } },
});

/** The record to take away. */
export const auditPaths = (
  problems: Record<string, object>,
): Record<string, ZodOpenApiPathsObject[string]> => ({
  '/audit/{kind}/{code}': {
    get: {
      operationId: 'get-audit-kind-code',
      summary:
        'Everything that happened to a plan and its documents, with receipts and public keys; verifiable offline',
      requestParams: { path: auditSubject, query: auditQuery },
      responses: { '200': file('The file'), ...problems },
    },
  },
  '/audit/checkpoints': {
    get: {
      operationId: 'get-audit-checkpoints',
      summary: 'What was signed each night over all chains, newest first',
      responses: { '200': file('The newest checkpoints'), ...problems },
    },
  },
  '/audit/checkpoints/{day}': {
    get: {
      operationId: 'get-audit-checkpoints-day',
      summary: 'The checkpoint of a day, or the latest; small enough to be kept elsewhere',
      requestParams: { path: checkpointDay },
      responses: { '200': file('The checkpoint'), ...problems },
    },
  },
});
