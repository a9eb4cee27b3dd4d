import type { Actor } from '@tinhgon/rules/actor';
import type { Language } from './errors/sentence.ts';

/** What a route knows of its request. Free of Fastify and of the environment: the web app compiles against it. */
export interface RequestContext {
  /** Who asks; null when signed out. A subject without a person never gets this far. */
  readonly actor: Actor | null;
  readonly language: Language;
  /** Names this request in the log; people can read it to support. */
  readonly logId: string;
  readonly rememberLanguage: (language: Language) => void;
}
