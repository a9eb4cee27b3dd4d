import { randomUUID } from 'node:crypto';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { documentView, type DocumentView } from '@tinhgon/rules/views/document';
import { commandAnswer, type CommandAnswer, startAnswer, type StartAnswer } from '@tinhgon/rules/views/feed';
import { importResult, type ImportKind, type ImportResult } from '@tinhgon/rules/views/import';
import { planView, type PlanView } from '@tinhgon/rules/views/plan';
import { procedurePage, totalsView, type ProcedureView, type TotalsView } from '@tinhgon/rules/views/totals';
import { sharedStack, type StackPlace } from './running-stack.ts';

export type Subject = 'plan' | 'document';
/** A command without what the client adds by itself: id, version, hash of what was seen. */
export type Words = { readonly type: string } & Readonly<Record<string, unknown>>;

/** An answer of `/api/v1` that says no. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, body: string) {
    super(`${status} ${body}`);
    this.status = status;
    this.code = (/"code":"([A-Z_]+)"/.exec(body) ?? [])[1] ?? '';
  }
}

/** `/api/v1` as one demo person uses it. Methods throw Refused. */
export interface Api {
  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  plan(code: string): Promise<PlanView>;
  document(code: string): Promise<DocumentView>;
  /** Gives a command exactly as it is. */
  send(subject: Subject, code: string, command: object): Promise<CommandAnswer>;
  /** Gives a command about the state its author sees now. */
  does(subject: Subject, code: string, words: Words): Promise<CommandAnswer>;
  start(subject: Subject, body: object): Promise<StartAnswer>;
  procedures(query: Readonly<Record<string, string>>): Promise<{ items: ProcedureView[]; total: number }>;
  totals(programme: string, query?: Readonly<Record<string, string>>): Promise<TotalsView>;
  importCsv(kind: ImportKind, csv: string): Promise<ImportResult>;
}

export async function apiAs(user: string, stack: StackPlace = sharedStack()): Promise<Api> {
  const token = await personToken({ issuer: stack.oidcIssuer, dataDir: stack.dataDir }, user);
  const send = async (
    method: string,
    path: string,
    type: string | null,
    body: string | null,
  ): Promise<unknown> => {
    const response = await fetch(`${stack.api}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
      body,
    });
    const answer = await response.text();
    if (!response.ok) throw new Refused(response.status, answer);
    return JSON.parse(answer) as unknown;
  };
  const request: Api['request'] = (method, path, body) =>
    send(
      method,
      path,
      body === undefined ? null : 'application/json',
      body === undefined ? null : JSON.stringify(body),
    );
  const at = (subject: Subject, code = ''): string => `/${subject}s${code && `/${encodeURIComponent(code)}`}`;
  const api: Api = {
    request,
    plan: async (code) => planView.parse(await request('GET', at('plan', code))),
    document: async (code) => documentView.parse(await request('GET', at('document', code))),
    send: async (subject, code, command) =>
      commandAnswer.parse(await request('POST', `${at(subject, code)}/commands`, command)),
    does: async (subject, code, words) => {
      const seen = await api[subject](code);
      const hash = words.type === 'approve' ? { contentHash: seen.contentHash } : {};
      return api.send(subject, code, {
        commandId: randomUUID(),
        expectedVersion: seen.version,
        ...hash,
        ...words,
      });
    },
    start: async (subject, body) => {
      return startAnswer.parse(await request('POST', at(subject), body));
    },
    procedures: async (query) =>
      procedurePage.parse(await request('GET', `/procedures?${new URLSearchParams(query).toString()}`)),
    totals: async (programme, query = {}) =>
      totalsView.parse(
        await request('GET', `/programmes/${programme}/totals?${new URLSearchParams(query).toString()}`),
      ),
    importCsv: async (kind, csv) =>
      importResult.parse(await send('POST', `/imports?kind=${kind}`, 'text/csv; charset=utf-8', csv)),
  };
  return api;
}
