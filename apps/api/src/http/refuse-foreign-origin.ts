import type { FastifyRequest } from 'fastify';
import { refuse } from '../errors/refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** One other origin whose pages may ask this route. */
    readonly alsoFrom?: string;
  }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that change something and come from a page of another site. Browsers name the page's
 * origin on every such request; scripts with a bearer token name none.
 */
export function refuseForeignOrigin(publicUrl: string): (request: FastifyRequest) => Promise<void> {
  const own = new URL(publicUrl).origin;
  return async (request) => {
    if (SAFE.includes(request.method)) return;
    const { origin } = request.headers;
    if (origin !== undefined && origin === request.routeOptions.config.alsoFrom) return;
    // The address people typed may differ from the published one (localhost for 127.0.0.1): cookies follow the host.
    if (origin !== undefined && origin !== own && hostOf(origin) !== request.headers.host) {
      throw refuse('FOREIGN_ORIGIN');
    }
    if (origin === undefined && request.headers['sec-fetch-site'] === 'cross-site')
      throw refuse('FOREIGN_ORIGIN');
  };
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
