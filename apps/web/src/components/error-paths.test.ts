import { expect, it } from 'vitest';
import { errorPaths } from './error-paths.ts';

it('lists nested errors by path', () => {
  const errors = {
    name: { type: 'too_small', message: '' },
    measures: [
      undefined,
      { documents: { type: 'required' }, proposed: { papers: [{ name: { type: 'too_small' } }] } },
    ],
    consultations: { root: { type: 'too_big' } },
  };
  expect(errorPaths(errors).map(({ path }) => path)).toEqual([
    'name',
    'measures.1.documents',
    'measures.1.proposed.papers.0.name',
    'consultations',
  ]);
});
