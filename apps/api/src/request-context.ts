import type { Actor } from '@tinhgon/rules/actor';
import type { CommandGate } from './commands/command-gate.ts';
import type { Language } from './errors/sentence.ts';

/** What a route knows of its request. Free of Fastify and of the environment: the web app compiles against it. */
export interface RequestContext {
  /**
   * Who asks. Throws Refusal UNAUTHENTICATED when signed out, FORBIDDEN when nobody entered them here,
   * UNAVAILABLE when that cannot be looked up.
   */
  readonly authenticate: () => Promise<Actor>;
  readonly commands: CommandGate;
  readonly language: Language;
  /** Names this request in the log; people can read it to support. */
  readonly logId: string;
  readonly rememberLanguage: (language: Language) => void;
}
