import { calendarInputSchema } from '@tinhgon/rules/calendar-version';
import { chainInputSchema } from '@tinhgon/rules/chain-version';
import { wageInputSchema } from '@tinhgon/rules/cost/wage';
import { operationStarted } from '@tinhgon/rules/views/operation';
import {
  calendarPreview,
  calendarView,
  chainView,
  functionSeatSchema,
  functionSeatView,
  ownStepView,
  replanPreview,
  versionSchema,
  wageView,
} from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { startReplanInput } from '../routes/terms/start-replan.ts';
import { wageSaved } from '../routes/terms/save-wage.ts';
import { call } from './call.ts';

const chainPath = z.object({ id: z.string().max(60) });

/** Chains, the working calendar, which agency a national function belongs to, and what an hour of work is worth. */
export const TERMS_CALLS = [
  call({
    method: 'get',
    path: '/calendars',
    summary: 'All versions of the working calendar, newest first',
    answer: z.array(calendarView),
    run: (caller) => caller.terms.calendars(),
  }),
  call({
    method: 'post',
    path: '/calendars',
    summary: 'Enter the next version of the working calendar',
    body: calendarInputSchema,
    answer: z.object({ version: z.int() }),
    status: 201,
    run: (caller, { body }) => caller.terms.saveCalendar(body),
  }),
  call({
    method: 'post',
    path: '/calendars/preview',
    summary: 'Which days and which open clocks a calendar would change',
    body: calendarInputSchema.pick({ days: true }),
    answer: calendarPreview,
    run: (caller, { body }) => caller.terms.previewCalendar(body),
  }),
  call({
    method: 'get',
    path: '/calendars/clocks-behind',
    summary: 'Open clocks that an earlier version of the calendar still sets',
    answer: replanPreview,
    run: (caller) => caller.terms.clocksBehind(),
  }),
  call({
    method: 'get',
    path: '/chains',
    summary: 'Every version of every chain of steps',
    answer: z.array(chainView),
    run: (caller) => caller.terms.chains(),
  }),
  call({
    method: 'get',
    path: '/own-steps',
    summary: 'What the checks people added to chains are called, by the key they have everywhere else',
    answer: z.array(ownStepView),
    run: (caller) => caller.terms.ownSteps(),
  }),
  call({
    method: 'post',
    path: '/chains',
    summary: 'Enter the next version of a chain',
    body: chainInputSchema,
    answer: z.object({ id: z.string(), version: z.int() }),
    status: 201,
    run: (caller, { body }) => caller.terms.saveChain(body),
  }),
  call({
    method: 'get',
    path: '/chains/{id}/preview',
    summary: 'What moving everything open under a version of its chain would change',
    params: chainPath,
    query: z.object({ version: z.coerce.number().pipe(versionSchema) }),
    answer: replanPreview,
    run: (caller, { params, query }) => caller.terms.previewChain({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/replan',
    summary: 'Put everything open under the newest calendar or a version of its chain: begins an operation',
    body: startReplanInput,
    answer: operationStarted,
    status: 201,
    run: (caller, { body }) => caller.terms.startReplan(body),
  }),
  call({
    method: 'get',
    path: '/function-seats',
    summary: 'Which agency each national function belongs to, from when to when',
    answer: z.array(functionSeatView),
    run: (caller) => caller.terms.functionSeats(),
  }),
  call({
    method: 'post',
    path: '/function-seats',
    summary: 'Say which agency a national function belongs to from a day on',
    body: functionSeatSchema,
    answer: functionSeatSchema,
    run: (caller, { body }) => caller.terms.saveFunctionSeat(body),
  }),
  call({
    method: 'get',
    path: '/wages',
    summary: 'What an hour of work is worth in compliance costs: every version with its sources',
    answer: z.array(wageView),
    run: (caller) => caller.terms.wages(),
  }),
  call({
    method: 'post',
    path: '/wages',
    summary: 'Enter the next version of a wage: of several sources the lower middle one is taken',
    body: wageInputSchema,
    answer: wageSaved,
    status: 201,
    run: (caller, { body }) => caller.terms.saveWage(body),
  }),
] as const;
