import { entryInputSchema, indicatorInputSchema } from '@tinhgon/rules/indicator/indicator';
import { programmeTaskInputSchema, removeProgrammeTaskSchema } from '@tinhgon/rules/programme-task/task';
import {
  entrySaved,
  indicatorInput,
  indicatorList,
  indicatorListInput,
  indicatorSaved,
  indicatorView,
} from '@tinhgon/rules/views/indicator';
import {
  programmeTaskListInput,
  programmeTaskPage,
  programmeTaskSaved,
  programmeTaskView,
} from '@tinhgon/rules/views/programme-task';
import { totalsInput } from '@tinhgon/rules/views/totals';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** Indicators with their figures and targets, and the tasks of a programme. */
export const INDICATOR_CALLS = [
  call({
    method: 'get',
    path: '/indicators',
    summary: 'Indicators of a programme with their latest figures as at a day',
    query: indicatorListInput,
    answer: indicatorList,
    run: (caller, { query }) => caller.indicators.list(query),
  }),
  call({
    method: 'get',
    path: '/indicators/{code}',
    summary: 'One indicator: the course of an agency or group with every correction, and agencies compared',
    params: codeInput,
    query: indicatorInput.omit({ code: true }),
    answer: indicatorView,
    run: (caller, { params, query }) => caller.indicators.get({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/indicators',
    summary: 'Enter an indicator, or change what it says with a reason',
    body: indicatorInputSchema,
    answer: indicatorSaved,
    status: 201,
    run: (caller, { body }) => caller.indicators.save(body),
  }),
  call({
    method: 'post',
    path: '/indicators/{code}/figures',
    summary: 'Enter a value or a target of one period, or correct it with a reason; the old one stays',
    params: codeInput,
    body: entryInputSchema,
    answer: entrySaved,
    status: 201,
    run: (caller, { params, body }) => caller.indicators.enter({ ...params, ...body }),
  }),
  call({
    method: 'get',
    path: '/programme-tasks',
    summary: 'Tasks of a programme as at a day, how many are done in time, late, not done, overdue',
    query: programmeTaskListInput,
    answer: programmeTaskPage,
    run: (caller, { query }) => caller.programmeTasks.list(query),
  }),
  call({
    method: 'get',
    path: '/programme-tasks/{code}',
    summary: 'One task as at a day, in all its versions',
    params: codeInput,
    query: totalsInput,
    answer: programmeTaskView,
    run: (caller, { params, query }) => caller.programmeTasks.get({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/programme-tasks',
    summary: 'Enter a task, say that it is done, or change it with a reason',
    body: programmeTaskInputSchema,
    answer: programmeTaskSaved,
    status: 201,
    run: (caller, { body }) => caller.programmeTasks.save(body),
  }),
  call({
    method: 'post',
    path: '/programme-tasks/{code}/remove',
    summary: 'Take away a task that was entered by mistake, with the reason',
    params: codeInput,
    body: removeProgrammeTaskSchema,
    answer: programmeTaskSaved,
    run: (caller, { params, body }) => caller.programmeTasks.remove({ ...params, ...body }),
  }),
] as const;
