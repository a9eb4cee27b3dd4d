import { DefaultFailureConverter } from '@temporalio/common';

/** Puts messages and traces of failures into a payload, which is encrypted like every other. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
