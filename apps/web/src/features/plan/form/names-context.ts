import { createContext, use } from 'react';
import type { Names } from './form-values.ts';

interface NamesKeeper {
  readonly names: Names;
  readonly addNames: (more: Names) => void;
}

export const NamesContext = createContext<NamesKeeper>({ names: {}, addNames: () => {} });

/** Names of the procedures and documents the form has met, by code. */
export const useNames = () => use(NamesContext);
