import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';

/** A whole ministry may sit behind one address. */
const PEOPLE_PER_ADDRESS = 20;
/** What is served to everybody alike costs nothing worth counting by person. */
const COUNTED = /^\/(api|trpc|auth|codec)(\/|\?|$)/;

/**
 * Stops a runaway script without being felt by people: a limit per person, however many browsers and tokens they have,
 * and a wider one per address. Each process counts for itself.
 */
export async function limitRate(
  server: FastifyInstance,
  perMinute: number,
  subjectOf: (request: FastifyRequest) => Promise<string | null>,
): Promise<void> {
  await server.register(rateLimit, { global: false });
  const timeWindow = '1 minute';
  const byAddress = server.createRateLimit({ max: perMinute * PEOPLE_PER_ADDRESS, timeWindow });
  const byPerson = server.createRateLimit({
    max: perMinute,
    timeWindow,
    keyGenerator: async (request: FastifyRequest) => {
      const subject = COUNTED.test(request.url) ? await subjectOf(request) : null;
      if (subject !== null) return hashOf(`person ${subject}`);
      return hashOf(`credential ${request.headers.authorization ?? request.headers.cookie ?? request.ip}`);
    },
  });
  server.addHook('onRequest', async (request) => {
    for (const check of [byAddress, byPerson]) {
      const limit = await check(request);
      if (limit.isAllowed || !limit.isExceeded) continue;
      throw new Refusal({ code: 'RATE_LIMITED' }, { retryAfterS: limit.ttlInSeconds });
    }
  });
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
