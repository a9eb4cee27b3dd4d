import { ERROR_STATUS, type Rejection } from '@tinhgon/rules/errors';
import type { ErrorView } from '@tinhgon/rules/views/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import { rejectionOf } from '../errors/rejection-of.ts';
import { sentenceFor } from '../errors/sentence.ts';
import { requestLanguage } from './request-language.ts';

/** The one place where an error becomes an HTTP answer outside tRPC. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const rejection = rejectionOfHttp(error);
  const status = ERROR_STATUS[rejection.code];
  logError(error, rejection, request);
  if (error instanceof Refusal && error.retryAfterS !== undefined)
    reply.header('retry-after', error.retryAfterS);
  else if (status === 503) reply.header('retry-after', 2);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const body: ErrorView = {
    error: { ...rejection, message: sentenceFor(rejection, requestLanguage(request)), logId: request.id },
  };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(body);
}

/** What nobody foresaw is an error in the log, a silent dependency a warning, every other "no" daily life. */
export function logError(error: unknown, rejection: Rejection, request: FastifyRequest): void {
  const { code } = rejection;
  if (code === 'INTERNAL') request.log.error({ err: error }, 'unforeseen error');
  else if (code === 'UNAVAILABLE') request.log.warn({ err: error, rejection }, 'a dependency did not answer');
  else request.log.debug({ code, field: rejection.field }, 'refused');
}

function rejectionOfHttp(error: unknown): Rejection {
  const code = (error as Partial<FastifyError>).code;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return { code: 'TOO_LARGE' };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'UNSUPPORTED_FILE' };
    case 'FST_ERR_BAD_URL':
      return { code: 'INVALID_INPUT', field: 'path' };
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return { code: 'NOT_FOUND' };
    default:
  }
  const rejection = rejectionOf(error);
  const status = (error as Partial<FastifyError>).statusCode;
  // Fastify and its plugins say with the status that the request was at fault.
  if (rejection.code !== 'INTERNAL' || status === undefined || status >= 500) return rejection;
  if (status === 404) return { code: 'NOT_FOUND' };
  if (status === 413) return { code: 'TOO_LARGE' };
  return status === 415 ? { code: 'UNSUPPORTED_FILE' } : { code: 'INVALID_INPUT' };
}
