import { WorkflowNotFoundError } from '@temporalio/client';
import { tellKeys } from '@tinhgon/commands/receipts/trust-keys';
import { keysTold, noteKeysTold } from '@tinhgon/database/at-work/keys-told';
import { openSubjects } from '@tinhgon/database/queries/workflows/open-subjects';
import type { Logger } from 'pino';
import type { Starting } from './activities/start-from-record.ts';

const AT_ONCE = 8;

/**
 * Tells every open workflow which keys sign receipts, once for each set of keys: also those that began before there
 * were any, which take commands without a receipt until then, and those nobody decides on for months, for which a
 * key that was replaced would go on being good.
 */
export async function tellOpenWorkflows({ db, client, keyRing }: Starting, log: Logger): Promise<void> {
  if (!keyRing) return;
  const { keySet } = keyRing;
  const { number, root } = keySet.set;
  if (await keysTold(db, root, number)) return;
  const queue = await openSubjects(db);
  const count = queue.length;
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      await tellKeys(client, `${one.kind}/${one.code}`, keySet).catch((error: unknown) => {
        // It is started from the record with the keys of that moment.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await noteKeysTold(db, root, number, new Date().toISOString());
  log.info({ number, workflows: count }, 'open workflows know the keys');
}
