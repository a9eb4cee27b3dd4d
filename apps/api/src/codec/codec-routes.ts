import cors from '@fastify/cors';
import { encryptingCodec, PayloadUnreadable } from '@tinhgon/commands/payloads/encrypting-codec';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { readsEverything } from '@tinhgon/rules/policy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import { rejectionOfIssues } from '../errors/zod-issue.ts';
import type { RequestContext } from '../request-context.ts';

/** Temporal takes payloads of 2 MB, and a page of the Temporal UI asks for those of one event together. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;
const MOST_PAYLOADS = 2_000;

/** A payload as Temporal's JSON has it. */
const payload = z.object({
  metadata: z.record(z.string(), z.base64()).nullish(),
  data: z.base64().nullish(),
});
const asked = z.object({ payloads: z.array(payload).max(MOST_PAYLOADS) });
type Asked = z.infer<typeof payload>;

/**
 * What the Temporal UI asks so that supervisors read what is encrypted in Temporal: `POST /codec/decode`. By session,
 * from the pages of the Temporal UI; for whom nothing is hidden in the app either. Nothing is encrypted here.
 */
export async function codecRoutes(
  server: FastifyInstance,
  options: {
    readonly config: Pick<Config, 'TEMPORAL_UI_URL' | 'TEMPORAL_NAMESPACE'>;
    readonly payloadKeys: PayloadKeys;
    readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
  },
): Promise<void> {
  const { config, payloadKeys, contextOf } = options;
  const codec = encryptingCodec(payloadKeys);
  const pages = config.TEMPORAL_UI_URL === undefined ? undefined : new URL(config.TEMPORAL_UI_URL).origin;
  if (pages !== undefined) {
    await server.register(cors, {
      origin: [pages],
      credentials: true,
      methods: ['POST'],
      allowedHeaders: ['content-type', 'x-namespace'],
    });
  }

  server.post(
    '/decode',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      config: pages === undefined ? {} : { alsoFrom: pages },
      // Before anything of the body is read.
      onRequest: async (request, reply) => {
        const actor = await contextOf(request, reply).authenticate();
        if (!readsEverything(actor)) throw refuse('FORBIDDEN');
      },
    },
    async (request, reply) => {
      const namespace = request.headers['x-namespace'];
      if (namespace !== undefined && namespace !== config.TEMPORAL_NAMESPACE) throw refuse('NOT_FOUND');
      const read = asked.safeParse(request.body);
      if (!read.success) throw new Refusal(rejectionOfIssues(read.error.issues));
      const payloads = await Promise.all(read.data.payloads.map(decoded));
      return await reply.header('cache-control', 'no-store').send({ payloads });

      /** One that cannot be read is given back as it came: the others are worth reading. */
      async function decoded(one: Asked): Promise<Asked> {
        try {
          const [clear = {}] = await codec.decode([fromJson(one)]);
          return toJson(clear);
        } catch (error) {
          if (!(error instanceof PayloadUnreadable)) throw error;
          request.log.warn({ err: error }, 'a payload cannot be decoded');
          return one;
        }
      }
    },
  );
}

type Payload = Parameters<ReturnType<typeof encryptingCodec>['decode']>[0][number];

const fromJson = ({ metadata, data }: Asked): Payload => ({
  metadata: mapped(metadata ?? {}, (text) => Buffer.from(text, 'base64')),
  data: Buffer.from(data ?? '', 'base64'),
});

const toJson = ({ metadata, data }: Payload): Asked => ({
  metadata: mapped(metadata ?? {}, base64Of),
  data: base64Of(data ?? new Uint8Array()),
});

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const mapped = <A, B>(all: Readonly<Record<string, A>>, change: (one: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
