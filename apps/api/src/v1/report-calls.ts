import { signatureWords, takeBackSignatureSchema } from '@tinhgon/rules/report/signature';
import {
  askReportSchema,
  reportListInput,
  reportPage,
  reportView,
  signatureSaved,
} from '@tinhgon/rules/views/report';
import { templateInputSchema } from '@tinhgon/rules/report/template';
import {
  templateListInput,
  templatePreview,
  templatePreviewInput,
  templateSaved,
  templateView,
} from '@tinhgon/rules/views/report-template';
import { z } from 'zod';
import { reportId } from '../routes/reports/reports.ts';
import { call } from './call.ts';

/** Reports made in the background; their files are `GET /reports/{id}/files/{name}`. */
export const REPORT_CALLS = [
  call({
    method: 'post',
    path: '/reports',
    summary: 'Ask for the report of a programme as at a day, with its annexes',
    body: askReportSchema,
    answer: reportView,
    status: 201,
    run: (caller, { body }) => caller.reports.ask(body),
  }),
  call({
    method: 'get',
    path: '/reports',
    summary: 'Reports that were asked for, the newest first',
    query: reportListInput,
    answer: reportPage,
    run: (caller, { query }) => caller.reports.list(query),
  }),
  call({
    method: 'get',
    path: '/reports/{id}',
    summary: 'How far a report is, what it says, and its files with their hashes',
    params: reportId,
    answer: reportView,
    run: (caller, { params }) => caller.reports.get(params),
  }),
  call({
    method: 'post',
    path: '/reports/{id}/signatures',
    summary: 'Record that a report was signed, by number and day of its letter',
    params: reportId,
    body: signatureWords,
    answer: signatureSaved,
    status: 201,
    run: (caller, { params, body }) => caller.reports.sign({ ...params, ...body }),
  }),
  call({
    method: 'post',
    path: '/reports/{id}/signatures/{version}/take-back',
    summary: 'Take a signature back that was recorded in error; it stays in the history with the reason',
    params: takeBackSignatureSchema.pick({ id: true, version: true }),
    body: takeBackSignatureSchema.pick({ reason: true }),
    answer: signatureSaved,
    run: (caller, { params, body }) => caller.reports.takeBackSignature({ ...params, ...body }),
  }),
  call({
    method: 'get',
    path: '/report-templates',
    summary:
      "Every version of the texts around a report's figures, newest first; version 1 is the product's own",
    query: templateListInput,
    answer: z.array(templateView),
    run: (caller, { query }) => caller.reports.templates(query),
  }),
  call({
    method: 'post',
    path: '/report-templates',
    summary: 'Enter the next version of the texts; names in double braces stand for figures',
    body: templateInputSchema,
    answer: templateSaved,
    status: 201,
    run: (caller, { body }) => caller.reports.saveTemplate(body),
  }),
  call({
    method: 'post',
    path: '/report-templates/preview',
    summary: 'What a report of a day would say in these texts',
    body: templatePreviewInput,
    answer: templatePreview,
    run: (caller, { body }) => caller.reports.previewTemplate(body),
  }),
] as const;
