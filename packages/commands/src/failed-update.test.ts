import { ServiceError } from '@temporalio/client';
import { expect, test } from 'vitest';
import { readFailedUpdate } from './failed-update.ts';

const failed = (code: number) =>
  new ServiceError('Workflow Update failed', {
    cause: Object.assign(new Error('grpc'), { code, details: '', metadata: {} }),
  });

test.each([
  ['cancelled', 1, 'unsure'],
  ['too late', 4, 'unsure'],
  ['a server that has enough', 8, 'again'],
  ['a workflow that fails under the code it is with', 9, 'unsure'],
  ['a change of owner', 10, 'again'],
  ['nobody there', 14, 'unsure'],
  ['a wrong argument', 3, 'unforeseen'],
])('%s (gRPC %i) means: %s', (_what, code, kind) => {
  expect(readFailedUpdate(failed(code))).toEqual({ kind });
});
