import { setTimeout as sleep } from 'node:timers/promises';
import { commandAnswer, startAnswer, type StartAnswer } from '@tinhgon/rules/views/feed';
import { errorView } from '@tinhgon/rules/views/common';
import { personToken } from '../src/identity/person-token.ts';
import { type Entry } from './ledger.ts';

/** No request takes longer: the API answers within ten seconds that it does not know. */
const GIVE_UP_MS = 20_000;
const PAUSE_MS = 150;
const PATIENCE_MS = 300_000;
/** A 404 too: rows follow the decision, and 500, which is told apart. */
const PASSING = [401, 404, 429, 500, 502, 503, 504];

export interface Place {
  readonly api: string;
  readonly issuer: string;
  readonly dataDir: string;
}

export type Subject = 'plan' | 'document';
export type Command = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly commandId: string;
  readonly expectedVersion: number;
};

/** How one try ended. `silent`: nobody knows whether it took effect. */
export type Outcome =
  | { readonly end: 'accepted'; readonly version: number; readonly projected: boolean }
  | { readonly end: 'refused'; readonly status: number; readonly code: string }
  | { readonly end: 'silent'; readonly why: string };

export interface Client {
  /** One try of a command, written into its entry. */
  send(
    user: string,
    subject: Subject,
    code: string,
    command: Command,
    entry: Entry,
    hangUpAfterMs?: number,
  ): Promise<Outcome>;
  /** Reads, as often as needed. Throws Error for a no, or when nothing is heard for five minutes; so do the others. */
  ask(user: string, path: string): Promise<unknown>;
  begin(user: string, subject: Subject, commandId: string, body: object): Promise<StartAnswer>;
  importCsv(user: string, kind: string, csv: string): Promise<void>;
  token(user: string): Promise<string>;
  /** Everybody signs in anew. */
  forgetTokens(): void;
  /** Answers nobody foresaw (500) since the last look: whatever fails around it, the API must know what to say. */
  unforeseen(): string[];
}

/** `/api/v1` as programs of several people use it: each call says how it ended instead of throwing. */
export function openClient(place: Place): Client {
  const tokens = new Map<string, string>();
  const unforeseen: string[] = [];
  const token = async (user: string): Promise<string> => {
    const known = tokens.get(user) ?? (await personToken(place, user));
    tokens.set(user, known);
    return known;
  };
  const request = async (user: string, path: string, init: RequestInit, hangUpAfterMs = GIVE_UP_MS) => {
    const bearer = await token(user);
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    const signal = AbortSignal.timeout(hangUpAfterMs);
    const response = await fetch(`${place.api}/api/v1${path}`, { ...init, headers, signal });
    const text = await response.text();
    // A token that is no longer good is no answer to the command: the person signs in again.
    if (response.status === 401 && tokens.get(user) === bearer) tokens.delete(user);
    if (response.status === 500) unforeseen.push(`${init.method ?? 'GET'} ${path}: ${text}`);
    return { status: response.status, ok: response.ok, text };
  };
  const json = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });
  const until = async (user: string, path: string, init: RequestInit): Promise<unknown> => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await request(user, path, init).catch((error: unknown) => String(error));
      if (typeof answer !== 'string' && answer.ok) return JSON.parse(answer.text);
      const passing = typeof answer === 'string' || PASSING.includes(answer.status);
      if (!passing || Date.now() > deadline)
        throw new Error(
          `${path}: ${typeof answer === 'string' ? answer : `${answer.status} ${answer.text}`}`,
        );
      await sleep(PAUSE_MS);
    }
  };
  return {
    token,
    forgetTokens: () => tokens.clear(),
    unforeseen: () => unforeseen.splice(0),
    ask: (user, path) => until(user, path, {}),
    begin: async (user, subject, commandId, body) =>
      startAnswer.parse(await until(user, `/${subject}s`, json(body, { 'idempotency-key': commandId }))),
    async importCsv(user, kind, csv) {
      const headers = { 'content-type': 'text/csv; charset=utf-8' };
      await until(user, `/imports?kind=${kind}`, { method: 'POST', headers, body: csv });
    },
    async send(user, subject, code, command, entry, hangUpAfterMs) {
      const outcome = await request(
        user,
        `/${subject}s/${encodeURIComponent(code)}/commands`,
        json(command),
        hangUpAfterMs,
      ).then(outcomeOf, (error: unknown): Outcome => ({ end: 'silent', why: String(error) }));
      if (outcome.end === 'accepted') {
        entry.versions.add(outcome.version);
        entry.acknowledgedAt ??= Date.now();
      } else if (outcome.end === 'refused') entry.refusals.add(outcome.code);
      else entry.lost += 1;
      return outcome;
    },
  };
}

function outcomeOf({ status, ok, text }: { status: number; ok: boolean; text: string }): Outcome {
  if (ok) return { end: 'accepted', ...commandAnswer.parse(JSON.parse(text)) };
  const said = errorView.safeParse(jsonOr(text));
  const code = said.success ? said.data.error.code : `HTTP_${status}`;
  return status >= 500 ? { end: 'silent', why: `${status} ${code}` } : { end: 'refused', status, code };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
