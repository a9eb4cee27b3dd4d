import {
  baselineView,
  proposalMembers,
  proposalMembersInput,
  proposalSummary,
  proposalView,
} from '@tinhgon/rules/views/baseline';
import {
  differenceInput,
  differenceLines,
  differenceLinesInput,
  differenceView,
} from '@tinhgon/rules/views/difference';
import { proposeBaselineSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';
import {
  baselineDecided,
  decisionOnBaseline,
  recordedBaseline,
} from '../routes/baselines/decide-baseline.ts';
import { proposalId } from '../routes/baselines/get-proposal.ts';
import { baselineProposed } from '../routes/baselines/propose-baseline.ts';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** What a programme is measured against, how it changes, by two people, and why its number is another one than before. */
export const BASELINE_CALLS = [
  call({
    method: 'get',
    path: '/programmes/{code}/difference',
    summary: "What became of the programme's number between two days, by cause and by agency",
    params: codeInput,
    query: differenceInput,
    answer: differenceView,
    run: (caller, { params, query }) => caller.programmes.difference({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/difference/lines',
    summary: 'The procedures behind that difference, page by page',
    params: codeInput,
    query: differenceLinesInput,
    answer: differenceLines,
    run: (caller, { params, query }) => caller.programmes.differenceLines({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/baselines',
    summary: 'Every set of procedures the programme was ever measured against, newest first',
    params: codeInput,
    answer: z.array(baselineView),
    run: (caller, { params }) => caller.baselines.list(params),
  }),
  call({
    method: 'post',
    path: '/programmes/{code}/baselines/confirm',
    summary: 'Answer as the second person for the set the programme started with',
    params: codeInput,
    body: recordedBaseline,
    answer: baselineDecided,
    run: (caller, { body }) => caller.baselines.confirm(body),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/baseline-proposals',
    summary: 'Proposed changes of the baseline, those still to be decided first',
    params: codeInput,
    answer: z.array(proposalSummary),
    run: (caller, { params }) => caller.baselines.proposals(params),
  }),
  call({
    method: 'post',
    path: '/programmes/{code}/baseline-proposals',
    summary: 'Propose what the programme is measured against from a day on',
    params: codeInput,
    body: proposeBaselineSchema.omit({ programme: true }),
    answer: baselineProposed,
    status: 201,
    run: (caller, { params, body }) => caller.baselines.propose({ ...body, programme: params.code }),
  }),
  call({
    method: 'get',
    path: '/baseline-proposals/{id}',
    summary: 'What a proposal changes: by ministry, of the number and of the share',
    params: proposalId,
    answer: proposalView,
    run: (caller, { params }) => caller.baselines.proposal(params),
  }),
  call({
    method: 'get',
    path: '/baseline-proposals/{id}/members',
    summary: 'The procedures that come in or go out, page by page',
    params: proposalId,
    query: proposalMembersInput,
    answer: proposalMembers,
    run: (caller, { params, query }) => caller.baselines.members({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/baseline-proposals/{id}/decision',
    summary: 'Approve, refuse or take back a proposal',
    params: proposalId,
    body: decisionOnBaseline,
    answer: baselineDecided,
    run: (caller, { params, body }) => caller.baselines.decide({ ...params, decision: body }),
  }),
] as const;
