import { askedOfUs, consultationsView } from '@tinhgon/rules/views/consultation';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** Asking, answering and responding go through the commands of the document. */
export const CONSULTATION_CALLS = [
  call({
    method: 'get',
    path: '/documents/{code}/consultation',
    summary: 'Who was asked for their opinion of a document, who answered what, and who did not',
    params: codeInput,
    answer: consultationsView,
    run: (caller, { params }) => caller.documents.consultations(params),
  }),
  call({
    method: 'get',
    path: '/consultations',
    summary: "What the caller's agency was asked and has not answered",
    answer: askedOfUs,
    run: (caller) => caller.documents.askedOfUs(),
  }),
] as const;
