import { constants } from 'node:zlib';
import { sealText } from '@tinhgon/commands/payloads/sealed-text';
import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import { deploymentOf } from '@tinhgon/commands/deployment';
import type { SignedIn } from '@tinhgon/rules/receipt/statement';
import compress from '@fastify/compress';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { auditRoutes } from './audit/audit-routes.ts';
import { keyRoutes } from './audit/key-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { codecRoutes } from './codec/codec-routes.ts';
import type { AppContext } from './context.ts';
import { consultationRoutes } from './consultation/consultation-routes.ts';
import { fileRoutes } from './files/file-routes.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { answerBrokenRequest } from './http/broken-request.ts';
import { sendError } from './http/error-edge.ts';
import { limitRate } from './http/limit-rate.ts';
import { operationsRoutes } from './http/operations-routes.ts';
import { readJson } from './http/read-json.ts';
import { refuseForeignOrigin } from './http/refuse-foreign-origin.ts';
import { rememberLanguage, requestLanguage } from './http/request-language.ts';
import { securityHeaders } from './http/security-headers.ts';
import { trpcRoutes } from './http/trpc-routes.ts';
import { serveWebApp } from './http/web-app.ts';
import { importRoutes } from './imports/import-routes.ts';
import { paperRoutes } from './papers/paper-routes.ts';
import { publicRoutes } from './public/public-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { signatureRoutes } from './reports/signature-routes.ts';
import { relyingPartyOf } from './passkeys/relying-party.ts';
import type { RequestContext } from './request-context.ts';
import type { Account } from './sign-in/people.ts';
import { requestCaller, subjectOf } from './sign-in/request-caller.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { v1Routes } from './v1/v1-routes.ts';

/** Headers fit into one packet or two; who takes longer than this is not a browser. */
const HEADERS_MS = 20_000;
/** How often Node looks for requests that are late. */
const LOOK_EVERY_MS = 5_000;
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Addresses of batched calls are long. */
const MAX_PARAM_LENGTH = 5_000;

/** The only HTTP door, not yet listening. */
export async function buildServer(app: AppContext): Promise<FastifyInstance> {
  const { config } = app;
  const server = Fastify({
    loggerInstance: app.log,
    // One line of our own for each answer, see `metrics.ts`.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.TRUST_PROXY ?? false,
    bodyLimit: BODY_LIMIT_BYTES,
    // Fastify turns Node's own limit off: a body that drips in would hold its connection for ever.
    requestTimeout: config.REQUEST_TIMEOUT_S * 1_000,
    http: slowness(config.REQUEST_TIMEOUT_S * 1_000),
    clientErrorHandler: answerBrokenRequest(config.APP_LOCALE),
    // Open event streams would otherwise keep the process from ending.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => {
      sendError(error, request as FastifyRequest, reply as FastifyReply);
    },
  }) as unknown as FastifyInstance;

  server.setErrorHandler(sendError);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => (body.length === 0 ? undefined : readJson(body)),
  );
  // Streams (live changes, import progress) go out as they come.
  await server.register(compress, {
    customTypes: /^(?:text\/(?:html|css|javascript)|application\/(?:json|javascript)|image\/svg\+xml)/,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  await server.register(cookie);
  app.metrics.observeRequests(server);
  await securityHeaders(server, config);
  await limitRate(server, config.RATE_LIMIT_PER_MINUTE, (request) => subjectOf(request, app));
  server.addHook('onRequest', refuseForeignOrigin(config.PUBLIC_URL));

  const contextOf = (request: FastifyRequest, reply: FastifyReply): RequestContext =>
    requestContext(app, request, reply);
  await server.register(async (scope) => operationsRoutes(scope, app));
  await server.register(async (scope) => signInRoutes(scope, app));
  await server.register(async (scope) => calendarRoutes(scope, app));
  await server.register(async (scope) => trpcRoutes(scope, contextOf));
  await server.register(async (scope) => v1Routes(scope, { publicUrl: config.PUBLIC_URL, contextOf }), {
    prefix: '/api/v1',
  });
  await server.register(async (scope) => importRoutes(scope, { db: app.db, callerOf: contextOf }), {
    prefix: '/api/v1',
  });
  await server.register(async (scope) => fileRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => exportRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => reportRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => signatureRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => paperRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => consultationRoutes(scope, { contextOf }), { prefix: '/api/v1' });
  await server.register(async (scope) => auditRoutes(scope, { contextOf, keyRing: app.keyRing }), {
    prefix: '/api/v1',
  });
  await server.register(async (scope) => keyRoutes(scope, app.keyRing));
  await server.register(
    async (scope) => codecRoutes(scope, { config, payloadKeys: app.payloadKeys, contextOf }),
    { prefix: '/codec' },
  );
  await server.register(async (scope) => publicRoutes(scope, { db: app.db, evaluation: config.EVALUATION }), {
    prefix: '/api/public',
  });
  await serveWebApp(server, config.WEB_DIST);
  return server;
}

const slowness = (requestMs: number) => ({
  headersTimeout: Math.min(HEADERS_MS, requestMs),
  connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, requestMs / 4),
});

function requestContext(app: AppContext, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const { config } = app;
  let caller: ReturnType<typeof requestCaller> | undefined;
  let seen: { readonly how: SignedIn; readonly account: Account } | undefined;
  const known = (how: SignedIn, account: Account) => {
    seen = { how, account };
  };
  const whoIsAsking = () => {
    if (!seen) throw new Error('nobody has been authenticated');
    return seen;
  };
  return {
    authenticate: () => (caller ??= requestCaller(request, app, known)),
    authenticateAgain: () => requestCaller(request, app, known),
    db: app.db,
    feed: app.feed,
    people: app.people,
    commands: app.commands,
    forecasts: app.forecasts,
    system: app.system,
    sign: (subject, command, confirmed) =>
      signCommand(app.keyRing, subject, command, whoIsAsking().how, confirmed),
    signedIn: () => whoIsAsking().how,
    account: () => whoIsAsking().account,
    relyingParty: relyingPartyOf(config.PUBLIC_URL),
    deployment: deploymentOf(config, app.keyRing),
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    evaluation: config.EVALUATION,
    seal: (text) => sealText(app.payloadKeys, text),
    sendsMail: config.MAIL_FROM !== undefined,
    temporalUiUrl: config.TEMPORAL_UI_URL ?? null,
    temporalNamespace: config.TEMPORAL_NAMESPACE,
    language: requestLanguage(request),
    logId: request.id,
    rememberLanguage: (language) => rememberLanguage(reply, language, config.PUBLIC_URL.startsWith('https:')),
  };
}
