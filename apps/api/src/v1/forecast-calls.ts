import {
  expectedView,
  forecastInput,
  forecastPage,
  forecastView,
  forecastWorkInput,
} from '@tinhgon/rules/views/forecast';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';

/** When open work and a programme will be done. What is tried goes in the body: nothing of it is kept. */
export const FORECAST_CALLS = [
  call({
    method: 'get',
    path: '/programmes/{code}/forecast',
    summary: 'When a programme will be done, as days not exceeded in 50, 85 and 95 of 100 runs',
    params: codeInput,
    query: forecastInput.omit({ whatIfs: true }),
    answer: forecastView,
    run: (caller, { params, query }) => caller.programmes.forecast({ ...params, ...query }),
  }),
  call({
    method: 'post',
    path: '/programmes/{code}/forecast',
    summary:
      'The same, if a document were earlier, went by the shortened procedure, or a step had more people',
    params: codeInput,
    body: forecastInput,
    answer: forecastView,
    run: (caller, { params, body }) => caller.programmes.forecast({ ...params, ...body }),
  }),
  call({
    method: 'get',
    path: '/programmes/{code}/forecast/work',
    summary:
      'Open documents, and plans that have none yet, each with the days it will count by, page by page',
    params: codeInput,
    query: forecastWorkInput.omit({ whatIfs: true }),
    answer: forecastPage,
    run: (caller, { params, query }) => caller.programmes.forecastWork({ ...params, ...query }),
  }),
  call({
    method: 'get',
    path: '/documents/{code}/expected',
    summary: 'When a document at work will count, by a forecast of the last minute',
    params: codeInput,
    answer: expectedView,
    run: (caller, { params }) => caller.documents.expected(params),
  }),
] as const;
