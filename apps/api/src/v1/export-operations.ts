import { bottleneckFilter } from '@tinhgon/rules/views/bottleneck';
import { indicatorListInput } from '@tinhgon/rules/views/indicator';
import { totalsInput } from '@tinhgon/rules/views/totals';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { FORMATS, MIME } from '../exports/table.ts';
import { codeInput } from '../routes/code-input.ts';

const format = z.enum(FORMATS).default('xlsx');
const file = {
  description: 'The file',
  content: Object.fromEntries(
    Object.values(MIME).map((mime) => [mime, { schema: { type: 'string' as const, format: 'binary' } }]),
  ),
};

/** Lists to take away. */
export const exportPaths = (
  problems: Record<string, object>,
): Record<string, ZodOpenApiPathsObject[string]> => ({
  '/bottlenecks/export': {
    get: {
      operationId: 'get-bottlenecks-export',
      summary: 'The list of bottlenecks as a file, under the filters of the list',
      requestParams: { query: bottleneckFilter.extend({ format }) },
      responses: { '200': file, ...problems },
    },
  },
  '/indicators/export': {
    get: {
      operationId: 'get-indicators-export',
      summary: 'The indicators of a programme with their latest periods as a file, as the list has them',
      requestParams: { query: indicatorListInput.extend({ format }) },
      responses: { '200': file, ...problems },
    },
  },
  '/indicators/{code}/export': {
    get: {
      operationId: 'get-indicators-code-export',
      summary: "Every agency's and group's figures of one indicator as a file, over all periods",
      requestParams: { path: codeInput, query: totalsInput.extend({ format }) },
      responses: { '200': file, ...problems },
    },
  },
  '/campaigns/{code}/export': {
    get: {
      operationId: 'get-campaigns-code-export',
      summary: 'What a campaign has brought, by agency, those who have not answered among them',
      requestParams: { path: codeInput, query: z.object({ format }) },
      responses: { '200': file, ...problems },
    },
  },
});
