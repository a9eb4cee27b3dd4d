import { errorView } from '@tinhgon/rules/views/common';
import { IMPORT_KINDS, importResult } from '@tinhgon/rules/views/import';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Call } from './call.ts';
import { streamedPaths } from './streamed-operations.ts';

const ERRORS = {
  '400': 'Not valid; `error.field` names the field',
  '401': 'Not signed in',
  '403': 'Not allowed',
  '404': 'Not found, or not for the caller to see',
  '408': 'The request did not arrive in time',
  '409': 'Things have moved on since the caller looked',
  '413': 'Larger than what is taken',
  '415': 'A body or file of another type than is taken',
  '422': 'Understood, but against the rules',
  '429': 'Too many requests',
  '431': 'The address or headers are too long',
  '503': 'Cannot answer for the moment; safe to repeat with the same id',
} as const;
const error = errorView.meta({ id: 'Error', description: 'The one shape of every error' });

/** OpenAPI 3.1 of `/api/v1`, from the same schemas that check every request. */
export function openApiDocument(calls: readonly Call[], publicUrl: string) {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const item of calls) {
    paths[item.path] = { ...paths[item.path], [item.method]: operation(item) };
  }
  paths['/imports'] = { post: importOperation };
  for (const [path, operations] of Object.entries(streamedPaths(problems))) {
    paths[path] = { ...paths[path], ...operations };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tinh Gọn',
      version: '1',
      description:
        'Simplification plans, legal documents and what they achieve. Bearer tokens come from the OpenID ' +
        'Connect provider (client credentials); the same rules hold as on the screens.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: new URL('/api/v1', publicUrl).href }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}

const problems = Object.fromEntries(
  Object.entries(ERRORS).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: error } } },
  ]),
);

function operation({ summary, params, query, headers, body, answer, status, path, method }: Call) {
  return {
    operationId: `${method}-${path.replaceAll(/[{}]/g, '').split('/').filter(Boolean).join('-')}`,
    summary,
    requestParams: { path: params, query, header: headers },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: answer } } },
      ...problems,
    },
  };
}

const importOperation = {
  operationId: 'post-imports',
  summary: 'Import a file (xlsx, csv or json): all of it or nothing; the same file twice changes nothing',
  requestParams: {
    query: z.object({
      kind: z.enum(IMPORT_KINDS),
      dryRun: z.enum(['true', 'false']).optional().meta({ description: 'Only say what is wrong' }),
    }),
  },
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
      },
      'text/csv': { schema: { type: 'string' } },
      'application/json': { schema: {} },
    },
  },
  responses: {
    '200': { description: 'Done', content: { 'application/json': { schema: importResult } } },
    ...problems,
  },
} as const;
