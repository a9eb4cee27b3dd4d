import type { IncomingMessage } from 'node:http';
import type { Language } from '../words/functions.ts';

/** Vietnamese first; English when the address asks for it (`lang`, or OpenID Connect's `ui_locales`). */
export function languageOf(request: Pick<IncomingMessage, 'url'>, wished?: unknown): Language {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const asked = query.get('lang') ?? query.get('ui_locales') ?? (typeof wished === 'string' ? wished : '');
  return asked.startsWith('en') ? 'en' : 'vi';
}
