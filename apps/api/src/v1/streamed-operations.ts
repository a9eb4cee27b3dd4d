import { FILE_KINDS, FILE_MIMES } from '@tinhgon/rules/files/file';
import { attachAnswer } from '@tinhgon/rules/views/files';
import { REPORT_MIME, signatureSaved } from '@tinhgon/rules/views/report';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { codeInput } from '../routes/code-input.ts';
import { importPaths } from './import-operations.ts';
import { auditPaths } from './audit-operations.ts';
import { exportPaths } from './export-operations.ts';

type Problems = Record<string, object>;

const attach = (noun: 'plans' | 'documents', problems: Problems) => ({
  operationId: `post-${noun}-code-files`,
  summary:
    'Attach a file to a step (PDF, Word or picture, up to 25 MB); the other fields stand before the file',
  requestParams: { path: codeInput },
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object' as const,
          required: ['step', 'kind', 'file'],
          properties: {
            step: { type: 'string' as const },
            kind: { type: 'string' as const, enum: [...FILE_KINDS] },
            title: { type: 'string' as const },
            fileId: {
              type: 'string' as const,
              format: 'uuid',
              description: 'The file this is a new version of',
            },
            commandId: { type: 'string' as const, format: 'uuid' },
            file: { type: 'string' as const, format: 'binary' },
          },
        },
      },
    },
  },
  responses: {
    '201': { description: 'Attached', content: { 'application/json': { schema: attachAnswer } } },
    ...problems,
  },
});

const bytes = (description: string) => ({
  description,
  content: Object.fromEntries(
    FILE_MIMES.map((mime) => [mime, { schema: { type: 'string' as const, format: 'binary' } }]),
  ),
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const paper = (operationId: string, summary: string, problems: Problems, query = z.object({})) => ({
  get: {
    operationId,
    summary,
    requestParams: { path: codeInput, query },
    responses: {
      '200': {
        description: 'A Word file',
        content: { [WORD]: { schema: { type: 'string' as const, format: 'binary' } } },
      },
      ...problems,
    },
  },
});

/** Operations whose bodies are files, either way. */
export function streamedPaths(problems: Problems): Record<string, ZodOpenApiPathsObject[string]> {
  return {
    ...auditPaths(problems),
    ...exportPaths(problems),
    ...importPaths(problems),
    '/plans/{code}/files': { post: attach('plans', problems) },
    '/documents/{code}/files': { post: attach('documents', problems) },
    '/files/{id}/{version}': {
      get: {
        operationId: 'get-files-id-version',
        summary: 'One version of a file, or a part of it (Range)',
        requestParams: { path: z.object({ id: z.uuid(), version: z.int().min(1) }) },
        responses: { '200': bytes('The file'), '206': bytes('A part of it'), ...problems },
      },
    },
    '/reports/{id}/files/{name}': {
      get: {
        operationId: 'get-reports-id-files-name',
        summary: 'One file of a report',
        requestParams: { path: z.object({ id: z.uuid(), name: z.string().max(200) }) },
        responses: {
          '200': {
            description: 'The file',
            content: Object.fromEntries(
              Object.values(REPORT_MIME).map((mime) => [
                mime.split(';')[0],
                { schema: { type: 'string' as const, format: 'binary' } },
              ]),
            ),
          },
          '304': { description: 'As the caller has it' },
          ...problems,
        },
      },
    },
    '/reports/{id}/signatures/file': {
      post: {
        operationId: 'post-reports-id-signatures-file',
        summary:
          'Give back the signed copy of a report (PDF, Word or picture, up to 25 MB); the other fields stand before the file',
        requestParams: { path: z.object({ id: z.uuid() }) },
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object' as const,
                required: ['number', 'signedOn', 'file'],
                properties: {
                  number: { type: 'string' as const, description: 'As it stands on the letter' },
                  signedOn: { type: 'string' as const, format: 'date' },
                  file: { type: 'string' as const, format: 'binary' },
                },
              },
            },
          },
        },
        responses: {
          '201': { description: 'Recorded', content: { 'application/json': { schema: signatureSaved } } },
          ...problems,
        },
      },
    },
    '/reports/{id}/signatures/{version}/file': {
      get: {
        operationId: 'get-reports-id-signatures-version-file',
        summary: 'The signed copy of a report',
        requestParams: { path: z.object({ id: z.uuid(), version: z.int().min(1) }) },
        responses: {
          '200': bytes('The file'),
          '304': { description: 'As the caller has it' },
          ...problems,
        },
      },
    },
    '/documents/{code}/consultation.csv': {
      get: {
        operationId: 'get-documents-code-consultation-csv',
        summary: 'Comments and responses of consultations, for those who may read the draft',
        requestParams: { path: codeInput },
        responses: {
          '200': {
            description: 'The file',
            content: { 'text/csv': { schema: { type: 'string' as const } } },
          },
          ...problems,
        },
      },
    },
    '/plans/{code}/papers/submission.docx': paper(
      'get-plans-code-papers-submission',
      'The submission of a plan (Tờ trình) and its annex, from what is recorded',
      problems,
    ),
    '/documents/{code}/papers/announcement-decision.docx': paper(
      'get-documents-code-papers-announcement-decision',
      'The announcement decision of a document and its annex: what is not announced yet, or one that is on record',
      problems,
      z.object({
        part: z.string().max(40).optional().meta({ description: 'Id of the announcement on record' }),
      }),
    ),
    '/documents/{code}/papers/consultation-notice.docx': paper(
      'get-documents-code-papers-consultation-notice',
      'The letter to the agencies that are asked about a draft: the last, or that of one consultation',
      problems,
      z.object({
        asked: z.string().max(40).optional().meta({ description: 'Number of a consultation' }),
        alone: z.enum(['true', 'false']).optional().meta({ description: 'To that party and no other' }),
      }),
    ),
  };
}
