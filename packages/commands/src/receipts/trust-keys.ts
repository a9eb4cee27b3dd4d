import type { Client } from '@temporalio/client';
import type { SignedKeySet } from '@tinhgon/rules/receipt/keys';
import { trustKeysUpdate } from '@tinhgon/workflows/subject/messages';

/** Tells a running workflow which keys there are. Throws what the client throws; telling it again changes nothing. */
export async function tellKeys(client: Client, subject: string, keySet: SignedKeySet): Promise<void> {
  await client.workflow.getHandle(subject).executeUpdate(trustKeysUpdate, { args: [keySet] });
}
