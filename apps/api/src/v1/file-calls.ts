import { fileListQuery, filesView, foundFiles } from '@tinhgon/rules/views/files';
import { z } from 'zod';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** What is asked about files; the files themselves go through routes of their own. */
export const FILE_CALLS = [
  call({
    method: 'get',
    path: '/plans/{code}/files',
    summary: 'Files attached to the steps of a plan, with their versions',
    params: codeInput,
    query: fileListQuery,
    answer: filesView,
    run: (caller, { params, query }) => caller.files.list({ kind: 'plan', ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/documents/{code}/files',
    summary: 'Files attached to the steps of a legal document, with their versions',
    params: codeInput,
    query: fileListQuery,
    answer: filesView,
    run: (caller, { params, query }) => caller.files.list({ kind: 'document', ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/files',
    summary: 'Files whose name or words hold every word asked for, as far as the caller may see them',
    query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) }),
    answer: foundFiles,
    run: (caller, { query }) => caller.files.find(query),
  }),
] as const;
