import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors/refusal.ts';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';
/** Addresses of programs: what is not found there is an error, not a page. */
const NOT_PAGES = /^\/(api|trpc|auth|calendar|assets|healthz|readyz|metrics)(\/|\?|$)/;

const PDF_WORKER = /[\\/]assets[\\/]pdf\.worker[^\\/]*$/;
/**
 * A worker obeys the policy its own file comes with: this one alone compiles WebAssembly, which unpacks the pictures of
 * scans. Pages may not.
 */
const PDF_WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** Serves the built web application; every address that is not a program's opens it. */
export async function serveWebApp(server: FastifyInstance, folder: string | undefined): Promise<void> {
  const index = folder === undefined ? undefined : await readFile(join(folder, 'index.html'), 'utf8');
  if (folder !== undefined) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      allowedPath: (path) => path !== '/index.html',
      setHeaders: (reply, path) => {
        // Vite names what lies in assets/ after its content.
        const immutable = path.startsWith(join(folder, 'assets'));
        void reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
        if (PDF_WORKER.test(path)) void reply.header('content-security-policy', PDF_WORKER_POLICY);
      },
    });
  }
  const page = (reply: FastifyReply, html: string) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE_PLACEHOLDER, reply.cspNonce.style));

  server.setNotFoundHandler((request: FastifyRequest, reply) => {
    const wantsPage = request.method === 'GET' || request.method === 'HEAD';
    if (index === undefined || !wantsPage || NOT_PAGES.test(request.url)) throw refuse('NOT_FOUND');
    return page(reply, index);
  });
}
