import type { Random } from '../demo/random.ts';
import type { Client } from './client.ts';
import type { Load } from './load.ts';
import type { Preparation, System } from './system.ts';

/** What a fault may touch. */
export interface Scene {
  readonly system: System;
  readonly load: Load;
  readonly client: Client;
}

/** A fault under way. */
export interface Injected {
  /** Which of the things of its kind, in words: `worker-bulk`, `4 s, silent`. */
  readonly what: string;
  /** How long it lasts; 0 where the system is left to itself at once. */
  readonly lastsMs: number;
  /** Takes it away. Gives what was wrong while it lasted. */
  heal(): Promise<readonly string[]>;
}

/** One kind of fault. */
export interface Fault {
  readonly name: string;
  /** What must be put under the system before it starts. */
  readonly needs?: Preparation;
  /** Why it cannot be had on this system; undefined where it can. */
  lacks?(system: System): string | undefined;
  inject(scene: Scene, random: Random): Promise<Injected>;
}

export const NOTHING_WRONG = async (): Promise<readonly string[]> => [];
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
