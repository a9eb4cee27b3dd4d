import { askReportSchema, reportListInput, reportPage, reportView } from '@tinhgon/rules/views/report';
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
] as const;
