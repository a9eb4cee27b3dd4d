import { startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Assertion } from '@tinhgon/rules/receipt/confirmation';
import type { PasskeysView } from '@tinhgon/rules/views/passkey';
import { failureOf, NO_ANSWER, NotConfirmed } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { askPasskey } from '../../server/use-confirmation.ts';

type Change =
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'confirms'; readonly confirms: boolean };

/** Changes of the reader's passkeys; while decisions need one, so does each change. */
export function usePasskeys(standing: PasskeysView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();

  const proof = async (): Promise<{ proof?: Assertion }> => {
    if (!standing.confirms) return {};
    const { challenge } = await client.me.challengePasskey.mutate();
    return { proof: await askPasskey(standing, challenge) };
  };
  const add = async (name: string): Promise<PasskeysView> => {
    const shown = await proof();
    const options = await client.me.beginPasskey.mutate();
    const made = await makePasskey(options);
    return await client.me.addPasskey.mutate({ name, made, ...shown });
  };
  const mutation = useMutation({
    mutationFn: async (change: Change) => {
      switch (change.do) {
        case 'add':
          return await add(change.name);
        case 'remove':
          return await client.me.removePasskey.mutate({ id: change.id, ...(await proof()) });
        case 'confirms':
          return await client.me.setConfirms.mutate({ confirms: change.confirms, ...(await proof()) });
      }
    },
    onSuccess: async (now) => {
      cache.setQueryData(trpc.me.passkeys.queryKey(), now);
      await cache.invalidateQueries({ queryKey: trpc.me.get.queryKey() });
    },
  });
  const failure = mutation.error
    ? (failureOf(mutation.error) ?? { code: NO_ANSWER, message: '', logId: '' })
    : null;
  return { change: mutation.mutateAsync, pending: mutation.isPending, failure };
}

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** What the browser made. Throws NotConfirmed when the reader or the browser does not go on with it. */
async function makePasskey(options: object) {
  try {
    const { id, response } = await startRegistration({ optionsJSON: options as Options });
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return { id, clientDataJSON, attestationObject, transports };
  } catch (cause) {
    throw new NotConfirmed({ cause });
  }
}
