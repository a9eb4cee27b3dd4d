import { IMPORT_KINDS } from '@tinhgon/rules/views/import';
import { fileLook, mappedOrder, mappedResult } from '@tinhgon/rules/views/import-mapping';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

const FILE = { type: 'string' as const, format: 'binary' };
const answer = (schema: z.ZodType) => ({ description: 'Done', content: { 'application/json': { schema } } });

/** Spreadsheets of somebody's own: what they hold, and importing them by a mapping. */
export const importPaths = (
  problems: Record<string, object>,
): Record<string, ZodOpenApiPathsObject[string]> => ({
  '/imports/template': {
    get: {
      operationId: 'get-imports-template',
      summary: 'An empty csv with headings and one example',
      requestParams: { query: z.object({ kind: z.enum(IMPORT_KINDS) }) },
      responses: {
        '200': { description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } },
        ...problems,
      },
    },
  },
  '/imports/look': {
    post: {
      operationId: 'post-imports-look',
      summary:
        'Look at a spreadsheet (xlsx or csv): its sheets, headings, what its columns probably mean, the kept mapping',
      requestParams: {
        query: z.object({
          kind: z.enum(IMPORT_KINDS),
          sheet: z.string().optional(),
          headerRow: z
            .int()
            .optional()
            .meta({ description: 'The row of the headings, where it was not found' }),
        }),
      },
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: { type: 'object' as const, properties: { file: FILE } } },
        },
      },
      responses: { '200': answer(fileLook), ...problems },
    },
  },
  '/imports/mapped': {
    post: {
      operationId: 'post-imports-mapped',
      summary: 'Import a spreadsheet by a mapping: every error by its cell; all of it or nothing',
      requestParams: { query: z.object({ dryRun: z.enum(['true', 'false']).optional() }) },
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({ order: mappedOrder, file: z.string().meta(FILE) }),
          },
        },
      },
      responses: { '200': answer(mappedResult), ...problems },
    },
  },
});
