import { documentListInput, documentPage } from '@tinhgon/rules/views/document';
import { planListInput, planPage } from '@tinhgon/rules/views/plan';
import { call } from './call.ts';

/** Plans and documents page by page, of today or of a past day. */
export const LIST_CALLS = [
  call({
    method: 'get',
    path: '/plans',
    summary: 'Plans the caller may see, as at a day, page by page',
    query: planListInput,
    answer: planPage,
    run: (caller, { query }) => caller.plans.list(query),
  }),
  call({
    method: 'get',
    path: '/documents',
    summary: 'Legal documents, as at a day, page by page',
    query: documentListInput,
    answer: documentPage,
    run: (caller, { query }) => caller.documents.list(query),
  }),
] as const;
