import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { Announcer } from '../components/announcer.tsx';
import { makeQueryClient } from '../server/query-client.ts';
import { makeClient, TRPCProvider } from '../server/trpc.ts';
import { styleNonce } from '../theme/nonce.ts';
import { cssVariables, theme } from '../theme/theme.ts';
import { router } from './router.tsx';

export function App() {
  const [queries] = useState(makeQueryClient);
  const [client] = useState(makeClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <Announcer>
            <RouterProvider router={router} />
          </Announcer>
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
