import type { Instant } from '../day.ts';
import { type Hash, hashOf } from '../hash.ts';
import type { Confirmation } from './confirmation.ts';

/** How the person behind a command was known. Each level says what was seen and no more. */
export interface SignedIn {
  /** A signed-in browser, a bearer token, or a list of commands (an operation) that the person began. */
  readonly how: 'session' | 'token' | 'operation';
  /** The identity provider that vouched for the person; absent for an operation. */
  readonly provider?: string;
  /** When it vouched. */
  readonly at?: Instant;
  /** The operation that gave the command for the person. */
  readonly operation?: string;
}

/** How the person behind a decision was known, weakest first; a passkey of theirs confirmed the decision itself. */
export const KNOWN_BY = ['operation', 'token', 'session', 'passkey'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** What a receipt says of that, and no more. */
export const knownBy = ({ confirmed, signedIn }: Pick<Statement, 'confirmed' | 'signedIn'>): KnownBy =>
  confirmed ? 'passkey' : signedIn.how;

/** What the API says, and signs, of one command: who asked for what, on what they saw, when, and how they were known. */
export interface Statement {
  readonly v: 1;
  /** `plan/BTP-2026-017`: the receipt is worth nothing on another. */
  readonly subject: string;
  readonly type: string;
  readonly commandId: string;
  readonly by: { readonly id: string; readonly name: string; readonly agency: string };
  /** When the API took the command. */
  readonly at: Instant;
  readonly signedIn: SignedIn;
  /** What the person typed and chose; what is long stands as its hash. */
  readonly says: Readonly<Record<string, unknown>>;
  /** Hash of the whole command as it reached the workflow, the person's functions of that day included. */
  readonly command: Hash;
  /** Hash of what was asked, as the event it caused carries it. */
  readonly fingerprint: Hash;
  /** That the person confirmed it with a passkey of theirs, and the proof. */
  readonly confirmed?: Confirmation;
}

/** A statement with its signature: a detached compact JWS (RFC 7515, appendix F) over its canonical JSON. */
export interface Receipt {
  readonly statement: Statement;
  readonly jws: string;
}

/** A command or start on its way to a workflow. */
export interface Signable {
  readonly type?: string;
  readonly commandId: string;
  readonly actor: { readonly id: string; readonly name: string; readonly agency: string };
}

/** The type of the commands that begin a subject, which have none of their own. */
export const BEGIN = 'begin';

/** What the API or an operation adds to a command by itself; the person neither typed nor chose it. */
const STAMPED = new Set([
  'type',
  'commandId',
  'actor',
  'receipt',
  'assignee',
  'calendar',
  'chain',
  'authors',
  'heir',
  'evidenceAnew',
]);
const LONG = 600;

/** Hash of a command without its receipt. */
export function commandHash(command: object): Hash {
  const { receipt: _receipt, ...rest } = command as { readonly receipt?: unknown };
  return hashOf(plainJson(rest));
}

/** What is to be signed of a command to `subject`. */
export function statementOf(
  subject: string,
  command: Signable,
  facts: {
    readonly fingerprint: Hash;
    readonly at: Instant;
    readonly signedIn: SignedIn;
    readonly confirmed?: Confirmation | undefined;
  },
): Statement {
  const { id, name, agency } = command.actor;
  return {
    v: 1,
    subject,
    type: command.type ?? BEGIN,
    commandId: command.commandId,
    by: { id, name, agency },
    at: facts.at,
    signedIn: facts.signedIn,
    says: saysOf(command),
    command: commandHash(command),
    fingerprint: facts.fingerprint,
    ...(facts.confirmed && { confirmed: facts.confirmed }),
  };
}

/** What the person typed and chose of a command. */
export function saysOf(command: object): Record<string, unknown> {
  const said = Object.entries(plainJson(command) as Record<string, unknown>).filter(
    ([key]) => !STAMPED.has(key),
  );
  return Object.fromEntries(
    said.map(([key, value]) => [
      key,
      JSON.stringify(value).length > LONG ? { sha256: hashOf(value) } : value,
    ]),
  );
}

/** As it arrives: what JSON leaves out (undefined) is not part of it. */
const plainJson = (value: object): unknown => JSON.parse(JSON.stringify(value));
