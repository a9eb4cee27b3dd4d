import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import type { Confirmation } from '@tinhgon/rules/receipt/confirmation';
import type { Receipt, Signable, SignedIn } from '@tinhgon/rules/receipt/statement';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { CommandGate } from './commands/command-gate.ts';
import type { Language } from './errors/sentence.ts';
import type { Forecasts } from './forecast/forecasts.ts';
import type { FeedListener } from './live/feed-listener.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import type { Account, People } from './sign-in/people.ts';
import type { SystemWatch } from './system/watch-system.ts';

/** What a route knows of its request. Free of Fastify and of the environment: the web app compiles against it. */
export interface RequestContext {
  /**
   * Who asks. Throws Refusal UNAUTHENTICATED when signed out, FORBIDDEN when nobody entered them here,
   * UNAVAILABLE when that cannot be looked up.
   */
  readonly authenticate: () => Promise<Actor>;
  /** The same, looked up anew: a subscription outlives the authority it began with. */
  readonly authenticateAgain: () => Promise<Actor>;
  readonly db: Db;
  readonly feed: Pick<FeedListener, 'next'>;
  readonly forecasts: Forecasts;
  readonly system: SystemWatch;
  readonly people: People;
  readonly commands: CommandGate;
  /**
   * A command of whoever asks with its receipt: what it says, signed, and how the person signed in. To be called
   * after `authenticate`. The same command where this installation signs nothing.
   */
  readonly sign: <C extends Signable>(
    subject: string,
    command: C,
    confirmed?: Confirmation,
  ) => C & { readonly receipt?: Receipt };
  /** How whoever asks was known. To be called after `authenticate`. */
  readonly signedIn: () => SignedIn;
  /** What whoever asks confirms decisions with. To be called after `authenticate`. */
  readonly account: () => Account;
  /** Null where browsers take no passkeys for this installation's address. */
  readonly relyingParty: RelyingParty | null;
  /** A text as it is kept in the database where only workers are to read it. */
  readonly seal: (text: string) => Promise<string>;
  readonly deployment: Deployment;
  readonly taskQueue: string;
  readonly evaluation: boolean;
  /** Whether this installation sends e-mail. */
  readonly sendsMail: boolean;
  readonly temporalUiUrl: string | null;
  readonly temporalNamespace: string;
  readonly language: Language;
  /** Names this request in the log; people can read it to support. */
  readonly logId: string;
  readonly rememberLanguage: (language: Language) => void;
}
