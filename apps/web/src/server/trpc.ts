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
        false: httpBatchLink({
          url: '/trpc',
          headers,
          maxURLLength: 4_000,
          maxItems: 20,
          fetch: outlivingThePage,
        }),
      }),
    ],
  });

/** Browsers refuse more than 64 KiB of what is to outlive its page. */
const OUTLIVING_CHARACTERS = 20_000;

/** What is sent as the page goes away (a draft) still arrives, where it is small enough. */
const outlivingThePage: NonNullable<Parameters<typeof httpBatchLink>[0]['fetch']> = (input, init) => {
  const { body } = init ?? {};
  const keepalive =
    document.visibilityState === 'hidden' && (typeof body !== 'string' || body.length < OUTLIVING_CHARACTERS);
  return fetch(input as RequestInfo, { ...(init as RequestInit), keepalive });
};
