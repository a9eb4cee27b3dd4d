import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveAgency, saveAssignment, savePerson, saveProgramme } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import type { FunctionCode, Role } from '@tinhgon/rules/vocabulary';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import {
  keepReceiptKeys,
  randomFreePort,
  startTestIdentity,
  startTestWorker,
  type TestIdentity,
} from '@tinhgon/test-kit/programs';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { type Config, readConfig } from '../src/config.ts';
import type { AppContext } from '../src/context.ts';
import { createContext } from '../src/create-context.ts';
import { buildServer } from '../src/server.ts';

/** Who plays in the tests; the identity provider knows them as demo people. Functions are for `home` unless said. */
const CAST = {
  lan: { user: 'bca-soan-thao', functions: ['drafter'] },
  duc: { user: 'bca-kiem-soat', functions: ['procedure-control', 'public-display'] },
  minh: { user: 'bca-lanh-dao', functions: ['minister'] },
  phap: { user: 'bca-phap-che', functions: ['legal-department'] },
  /** Drafts and checks: four eyes are about her. */
  hoa: { user: 'btc-soan-thao', functions: ['drafter', 'procedure-control'] },
  stranger: { user: 'byt-soan-thao', functions: ['drafter', 'minister'], elsewhere: true },
  office: { user: 'dau-moi', functions: [], roles: ['programme-office'] },
  admin: { user: 'quan-tri', functions: [], roles: ['administrator'] },
  auditor: { user: 'kiem-toan', functions: [], roles: ['auditor'] },
  /** Only where the whole cast was asked for, as nobody else's tests know of them. */
  supervisor: { user: 'giam-sat', functions: [], roles: ['supervisor'], extra: true },
  tham: { user: 'btp-tham-dinh', functions: ['appraisal', 'verification'], national: true, extra: true },
  /** Checks and signs in the other ministry. */
  neighbour: {
    user: 'byt-kiem-soat',
    functions: ['procedure-control', 'legal-department', 'public-display'],
    elsewhere: true,
    extra: true,
  },
} as const satisfies Record<string, Part>;
interface Part {
  readonly user: string;
  readonly functions: readonly FunctionCode[];
  readonly roles?: readonly Role[];
  readonly elsewhere?: boolean;
  /** Holds the functions for the whole country. */
  readonly national?: boolean;
  readonly extra?: boolean;
}
export type Player = keyof typeof CAST;
export const PLAYERS = Object.keys(CAST) as Player[];
/** Known to the provider, entered by nobody. */
const UNKNOWN_USER = 'btp-soan-thao';

const DAY = '2020-01-01';

export interface World {
  readonly app: AppContext;
  readonly server: FastifyInstance;
  readonly url: string;
  readonly database: TestDatabase;
  readonly identity: TestIdentity;
  /** Agency of the cast, and the stranger's. */
  readonly home: string;
  readonly elsewhere: string;
  readonly programme: string;
  readonly procedures: readonly string[];
  /** The keys the API and its worker sign with. */
  readonly receiptKeysFile: string;
  readonly taskQueue: string;
  readonly token: (player: Player | 'unknown') => Promise<string>;
  /** A call of `/api/v1` by a player; `null` is signed out. */
  readonly call: (
    player: Player | 'unknown' | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at whatever came back
  readonly body: any;
}

/** The API on a real port, with its own database, identity provider and, unless told otherwise, worker. */
export async function openWorld(
  options: {
    readonly worker?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
    readonly wholeCast?: boolean;
  } = {},
): Promise<World> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const database = await createTestDatabase();
    undo.push(() => database.drop());
    const port = await randomFreePort();
    const url = `http://127.0.0.1:${port}`;
    const identity = await startTestIdentity(url);
    undo.push(() => identity.stop());
    const taskQueue = `test-${randomUUID()}`;
    const secrets = mkdtempSync(join(tmpdir(), 'tinhgon-secrets-'));
    undo.push(async () => rmSync(secrets, { recursive: true, force: true }));
    const receiptKeysFile = keepReceiptKeys(secrets);
    if (options.worker ?? true) {
      const worker = await startTestWorker({
        databaseUrl: database.url,
        taskQueue,
        publicUrl: url,
        receiptKeysFile,
      });
      undo.push(() => worker.stop());
    }
    const app = await createContext(
      configFor(database, identity, taskQueue, port, {
        RECEIPT_KEYS_FILE: receiptKeysFile,
        ...options.environment,
      }),
    );
    undo.push(() => app.stop());
    const names = await furnish(database, options.wholeCast ?? false);
    const server = await buildServer(app);
    undo.push(() => server.close());
    await server.listen({ host: '127.0.0.1', port });
    const tokens = new Map<string, Promise<string>>();
    const token: World['token'] = (player) => {
      const user = player === 'unknown' ? UNKNOWN_USER : CAST[player].user;
      const known = tokens.get(user) ?? identity.token(user);
      tokens.set(user, known);
      return known;
    };
    const call: World['call'] = async (player, method, path, body, headers) => {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(player === null ? {} : { authorization: `Bearer ${await token(player)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return answerOf(response);
    };
    return { app, server, url, database, identity, receiptKeysFile, taskQueue, ...names, token, call, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

function configFor(
  database: TestDatabase,
  identity: TestIdentity,
  taskQueue: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Config {
  return readConfig({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_TASK_QUEUE: taskQueue,
    PAYLOAD_KEYS_FILE: inject('payloadKeysFile'),
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_CLIENT_SECRET: identity.clientSecret,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    SESSION_SECRET: randomUUID(),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    ...environment,
  });
}

/** Enters the cast, two agencies, a programme and five procedures. */
async function furnish({ db }: TestDatabase, wholeCast: boolean) {
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  const home = uniqueCode('BCA');
  const elsewhere = uniqueCode('BYT');
  const programme = 'P896';
  for (const code of [home, elsewhere]) {
    const agency = { code, nameVi: `Bộ ${code}`, nameEn: null, kind: 'ministry', parent: null } as const;
    await saveAgency(db, { ...agency, from: DAY, to: null, successor: null }, stamp);
  }
  await saveProgramme(
    db,
    { code: programme, nameVi: 'Chương trình thử', nameEn: null, from: DAY, to: null, publicLicence: null },
    stamp,
  );
  for (const [id, player] of Object.entries<Part>(CAST)) {
    if (player.extra && !wholeCast) continue;
    const agency = player.elsewhere ? elsewhere : home;
    const roles = [...(player.roles ?? [])];
    const person = {
      id,
      subject: player.user,
      name: `Người ${id}`,
      email: null,
      agency,
      roles,
      active: true,
    };
    await savePerson(db, person, stamp);
    for (const code of player.functions) {
      const covers = player.national ? null : agency;
      const held = { id: randomUUID(), personId: id, function: code, agency: covers, from: DAY, to: null };
      await saveAssignment(db, held, stamp);
    }
  }
  const procedures = ['1.001', '1.002', '1.003', '1.004', '1.005'];
  for (const code of procedures) {
    const names = { name_vi: `Thủ tục ${code}`, name_en: null, field: null, level: null, users: null };
    await db
      .insertInto('procedure')
      .values({ code, ...names, search: `thu tuc ${code}` })
      .execute();
    await db
      .insertInto('procedure_ministry')
      .values({ procedure_code: code, from: DAY, ministry: home })
      .execute();
  }
  return { home, elsewhere, programme, procedures };
}
