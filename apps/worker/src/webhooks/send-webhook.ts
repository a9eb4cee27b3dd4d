import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Outcome } from '@tinhgon/database/webhooks/note-delivery';
import { isSafeAddress } from '@tinhgon/rules/webhook/address';
import {
  ADDRESS_REFUSED,
  type AddressRule,
  addressRule,
  allowedLookup,
  checkWritten,
  LOOPBACK_NETWORKS,
} from './networks.ts';
import { signedHeaders } from './sign.ts';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 64 * 1024;
const ANSWER_SIGNS = 500;

export interface ToSend {
  readonly url: string;
  /** Names the message; the same at every try. */
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** Sends one message and tells what came of it; never throws. */
export type WebhookSender = (message: ToSend) => Promise<Outcome>;

/** `networks` besides the internet; in an evaluation also this machine. */
export function createWebhookSender(options: {
  readonly networks: readonly string[];
  readonly evaluation: boolean;
}): WebhookSender {
  const { networks, evaluation } = options;
  const isAllowed = addressRule([...networks, ...(evaluation ? LOOPBACK_NETWORKS : [])]);
  return async (message) => {
    try {
      if (!isSafeAddress(message.url, { evaluation }))
        throw Object.assign(new Error(), { code: ADDRESS_REFUSED });
      const response = await post(message, isAllowed);
      const status = response.statusCode ?? 0;
      const ok = status >= 200 && status < 300;
      return { ok, status, answer: await beginningOf(response), error: null };
    } catch (error) {
      return { ok: false, status: null, answer: null, error: codeOf(error) };
    }
  };
}

/** Redirects are answers like others: nothing is sent where a receiver points to. */
function post({ url, id, body, secrets }: ToSend, isAllowed: AddressRule): Promise<IncomingMessage> {
  const to = new URL(url);
  checkWritten(to.hostname, isAllowed);
  const content = Buffer.from(body);
  const request = (to.protocol === 'https:' ? requestHttps : requestHttp)(to, {
    method: 'POST',
    // A connection of its own: one kept open was looked at under another name, or another rule.
    agent: false,
    lookup: allowedLookup(isAllowed),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'content-length': content.length,
      'user-agent': 'TinhGon-Webhooks/1',
      ...signedHeaders({ id, at: new Date(), body }, secrets),
    },
  });
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // What comes after the answer has begun is told by reading it.
    request.on('error', reject);
    request.end(content);
  });
}

/** The beginning of an answer, as far as it can be kept as text; what is longer is not waited for. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= ANSWER_BYTES) break;
    }
  } catch {
    // Its status has come, and that decides.
  }
  response.destroy();
  const text = Buffer.concat(pieces).toString('utf8').replaceAll('\0', '');
  return Array.from(text).slice(0, ANSWER_SIGNS).join('');
}

/** A code, not a sentence: messages of the network name addresses. */
function codeOf(error: unknown): string {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  if (name === 'TimeoutError' || (cause as { name?: unknown } | undefined)?.name === 'TimeoutError')
    return 'TIMED_OUT';
  return typeof code === 'string' ? code : 'UNKNOWN';
}
