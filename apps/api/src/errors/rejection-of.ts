import { InvalidCursor } from '@tinhgon/database/queries/cursor';
import { TRPCError } from '@trpc/server';
import type { Rejection } from '@tinhgon/rules/errors';
import { ZodError } from 'zod';
import { isDatabaseSilent } from './database-silent.ts';
import { Refusal } from './refusal.ts';
import { rejectionOfIssues } from './zod-issue.ts';

/** The reason behind anything that was thrown. Whatever nobody foresaw is INTERNAL and belongs in the log. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof Refusal) return error.rejection;
  if (error instanceof TRPCError) return rejectionOfTrpc(error);
  if (error instanceof ZodError) return rejectionOfIssues(error.issues);
  if (error instanceof InvalidCursor) return { code: 'INVALID_INPUT', field: 'cursor' };
  return isDatabaseSilent(error)
    ? { code: 'UNAVAILABLE', details: { reason: 'database' } }
    : { code: 'INTERNAL' };
}

function rejectionOfTrpc(error: TRPCError): Rejection {
  const { cause } = error;
  if (cause instanceof Refusal || cause instanceof InvalidCursor) return rejectionOf(cause);
  switch (error.code) {
    case 'BAD_REQUEST':
      return cause instanceof ZodError ? rejectionOfIssues(cause.issues) : { code: 'INVALID_INPUT' };
    case 'PARSE_ERROR':
    case 'METHOD_NOT_SUPPORTED':
      return { code: 'INVALID_INPUT' };
    case 'NOT_FOUND':
      return { code: 'NOT_FOUND' };
    case 'PAYLOAD_TOO_LARGE':
      return { code: 'TOO_LARGE' };
    case 'UNSUPPORTED_MEDIA_TYPE':
      return { code: 'UNSUPPORTED_FILE' };
    default:
      // A schema that fails inside a procedure is our fault, not the client's.
      return cause === undefined || cause instanceof ZodError ? { code: 'INTERNAL' } : rejectionOf(cause);
  }
}
