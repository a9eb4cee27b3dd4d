import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './failure.ts';

const TRIES = 3;

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What is on screen changes by live news or by the reader, not because a window was clicked.
        refetchOnWindowFocus: false,
        retry: (count, error) => count < TRIES - 1 && isPassing(error),
        retryDelay: (count) => Math.min(500 * 2 ** count, 4_000),
      },
      mutations: {
        retry: (count, error) => count < TRIES && isPassing(error),
        retryDelay: (count) => Math.min(500 * 2 ** count, 8_000),
        networkMode: 'always',
      },
    },
  });
