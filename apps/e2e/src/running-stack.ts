import type {} from '@tinhgon/test-kit/global/stack';
import { inject } from 'vitest';

/** What a journey must know of the stack it walks on. */
export interface StackPlace {
  readonly web: string;
  readonly api: string;
  readonly oidcIssuer: string;
  readonly temporalAddress: string;
  readonly databaseUrl: string;
  /** Data folder with the secrets that tokens of demo people are asked with. */
  readonly dataDir: string;
}

/** The stack of this run, with the demonstration in it. */
export const sharedStack = (): StackPlace => ({
  web: inject('webUrl'),
  api: inject('apiUrl'),
  oidcIssuer: inject('oidcIssuer'),
  temporalAddress: inject('stackTemporalAddress'),
  databaseUrl: inject('stackDatabaseUrl'),
  dataDir: inject('stackDataDir'),
});
