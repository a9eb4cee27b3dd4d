import { figureSchema } from '@tinhgon/rules/figure/figure';
import { figureListInput, figurePage, removeFigure } from '@tinhgon/rules/views/figure';
import { figureKept } from '../routes/figures/figures.ts';
import { call } from './call.ts';

/** Figures of printed reports beside ours. */
export const FIGURE_CALLS = [
  call({
    method: 'get',
    path: '/figures',
    summary:
      'Printed figures of a programme beside ours of the same day, and reports whose parts do not add up',
    query: figureListInput,
    answer: figurePage,
    run: (caller, { query }) => caller.figures.list(query),
  }),
  call({
    method: 'post',
    path: '/figures',
    summary: 'Enter a figure as a report printed it',
    body: figureSchema,
    answer: figureKept,
    status: 201,
    run: (caller, { body }) => caller.figures.enter(body),
  }),
  call({
    method: 'post',
    path: '/figures/remove',
    summary: 'Take away a figure that was typed in by mistake, with the reason',
    body: removeFigure,
    answer: figureKept,
    run: (caller, { body }) => caller.figures.remove(body),
  }),
] as const;
