import type { AppRouter } from '@tinhgon/api/router';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import i18next from 'i18next';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Answers come in the language the reader has on screen. */
const headers = () => ({ 'accept-language': i18next.language });

export const makeClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: '/trpc' }),
        false: httpBatchLink({ url: '/trpc', headers, maxURLLength: 4_000, maxItems: 20 }),
      }),
    ],
  });
