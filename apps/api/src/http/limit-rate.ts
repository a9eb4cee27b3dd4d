import type {} from '@fastify/cookie';
import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';

/** A whole ministry may sit behind one address. */
const PEOPLE_PER_ADDRESS = 20;

/** Stops a runaway script without being felt by people: a limit per credential and a wider one per address. */
export async function limitRate(
  server: FastifyInstance,
  perMinute: number,
  sessionCookie: string,
): Promise<void> {
  await server.register(rateLimit, { global: false });
  const timeWindow = '1 minute';
  const byAddress = server.createRateLimit({ max: perMinute * PEOPLE_PER_ADDRESS, timeWindow });
  const byCredential = server.createRateLimit({
    max: perMinute,
    timeWindow,
    keyGenerator: (request: FastifyRequest) => {
      const credential = request.headers.authorization ?? request.cookies[sessionCookie] ?? request.ip;
      return createHash('sha256').update(credential).digest('base64');
    },
  });
  server.addHook('onRequest', async (request) => {
    for (const check of [byAddress, byCredential]) {
      const limit = await check(request);
      if (limit.isAllowed || !limit.isExceeded) continue;
      throw new Refusal({ code: 'RATE_LIMITED' }, { retryAfterS: limit.ttlInSeconds });
    }
  });
}
