import { useQuery } from '@tanstack/react-query';
import type { MeView } from '@tinhgon/rules/views/common';
import { createContext, use } from 'react';
import { useTRPC } from './trpc.ts';

export const useMeQuery = () => useQuery(useTRPC().me.get.queryOptions());

export const MeContext = createContext<MeView | null>(null);

/** The signed-in reader; every page stands inside the shell, which shows none before it knows. */
export function useMe(): MeView {
  const me = use(MeContext);
  if (!me) throw new Error('outside the shell');
  return me;
}
