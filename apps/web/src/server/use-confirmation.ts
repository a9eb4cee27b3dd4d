import { startAuthentication } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import {
  type Assertion,
  challengeBytes,
  challengeOf,
  CONFIRMED_TYPES,
} from '@tinhgon/rules/receipt/confirmation';
import type { PasskeysView } from '@tinhgon/rules/views/passkey';
import { NotConfirmed } from './failure.ts';
import { useTRPC } from './trpc.ts';
import { useMe } from './use-me.ts';

interface Confirmable {
  readonly type: string;
  readonly commandId: string;
}

/** Asks the reader's passkey to confirm a command, where they have chosen that their decisions need one. */
export function useConfirmation() {
  const me = useMe();
  // Asked beforehand: browsers open the dialog of a passkey only right after a press.
  const query = useQuery({ ...useTRPC().me.passkeys.queryOptions(), enabled: me.confirms });
  /**
   * `command` as the API will read it, trimmed by its schema. Throws NotConfirmed when the reader or the browser does
   * not confirm.
   */
  return async (subject: string, command: Confirmable): Promise<{ confirmation?: Assertion }> => {
    if (!me.confirms || !CONFIRMED_TYPES.has(command.type)) return {};
    const passkeys = query.data ?? (await query.refetch()).data;
    if (!passkeys) throw new NotConfirmed();
    const challenge = challengeBytes(challengeOf(subject, me.person.id, command));
    return { confirmation: await askPasskey(passkeys, challenge) };
  };
}

/** One of these passkeys' answer to a challenge. Throws NotConfirmed when there is none. */
export async function askPasskey({ host, passkeys }: PasskeysView, challenge: string): Promise<Assertion> {
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: {
        challenge,
        ...(host !== null && { rpId: host }),
        allowCredentials: passkeys.map((one) => ({ id: one.id, type: 'public-key' })),
        userVerification: 'required',
      },
    });
    const { authenticatorData, clientDataJSON, signature } = response;
    return { id, authenticatorData, clientDataJSON, signature };
  } catch (cause) {
    throw new NotConfirmed({ cause });
  }
}
