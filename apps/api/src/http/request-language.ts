import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../errors/sentence.ts';

const COOKIE = 'tinhgon_language';
const YEAR_S = 365 * 24 * 3600;

export function requestLanguage(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return languageOf(lang, request.cookies?.[COOKIE], request.headers['accept-language']);
}

/** A person's choice stays with their browser, signed in or not. The screens read and write it too. */
export function rememberLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  reply.setCookie(COOKIE, language, { path: '/', maxAge: YEAR_S, httpOnly: false, sameSite: 'lax', secure });
}
