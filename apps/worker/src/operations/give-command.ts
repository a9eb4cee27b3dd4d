import { setTimeout as sleep } from 'node:timers/promises';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { Actor } from '@tinhgon/rules/actor';
import type { Rejection } from '@tinhgon/rules/errors';
import { isOpenPhase, type WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { tellKeys } from '@tinhgon/commands/receipts/trust-keys';
import { readFailedUpdate } from '@tinhgon/commands/failed-update';
import type { CommandOutcome } from '@tinhgon/workflows/subject/messages';
import { type Starting, startOptionsFromRecord } from '../activities/start-from-record.ts';

/** How a command came off. `failed` says that something did not answer: the same command may be given again. */
export type Given =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused' | 'failed'; readonly rejection: Rejection };

export interface Command {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
}

const TRIES = 4;
const PAUSE_MS = 250;
const DEADLINE_MS = 10_000;

/**
 * Gives a stamped command to a plan, document or other subject as the API does: the workflow first, and one that does not run is
 * started from its row. Given again under the same id it is the same command.
 */
export async function giveCommand(
  starting: Starting,
  kind: WorkflowKind,
  code: string,
  command: Command,
): Promise<Given> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await starting.client.withDeadline(Date.now() + DEADLINE_MS, () =>
        tries > 1 ? giveAgain(starting, kind, code, command) : send(starting, `${kind}/${code}`, command),
      );
    } catch (error) {
      const read = readFailedUpdate(error);
      if (read.kind === 'refused') {
        const { rejection } = read;
        const { keyRing, client } = starting;
        // Begun before the keys were changed: told of them, it is asked again.
        if (rejection.code !== 'RECEIPT_KEY_UNKNOWN' || !keyRing || tries === TRIES) {
          return { outcome: 'refused', rejection };
        }
        await tellKeys(client, `${kind}/${code}`, keyRing.keySet);
        continue;
      }
      if (read.kind === 'unforeseen') throw error;
      if (tries === TRIES) {
        return { outcome: 'failed', rejection: { code: 'UNAVAILABLE', details: { reason: 'unsure' } } };
      }
      if (read.kind !== 'absent') await sleep(PAUSE_MS * tries);
    }
  }
}

async function send({ client }: Starting, subject: string, command: Command): Promise<Given> {
  await client.workflow.getHandle(subject).executeUpdate<CommandOutcome, [Command]>(command.type, {
    args: [command],
    updateId: command.commandId,
  });
  return { outcome: 'done' };
}

/** After a first try that nobody answered: the workflow may have ended, with this command or without. */
async function giveAgain(
  starting: Starting,
  kind: WorkflowKind,
  code: string,
  command: Command,
): Promise<Given> {
  const { db, client } = starting;
  const subject = `${kind}/${code}`;
  const known = await db
    .selectFrom('current_event')
    .select('actor_id')
    .where('subject', '=', subject)
    .where('command_id', '=', command.commandId)
    .executeTakeFirst();
  const start = await startOptionsFromRecord(starting, kind, code);
  if (!start) return { outcome: 'refused', rejection: { code: 'NOT_FOUND' } };
  const { phase, workflowType, ...options } = start;
  if (!isOpenPhase(kind, phase)) {
    return known ? { outcome: 'done' } : { outcome: 'refused', rejection: { code: 'SUBJECT_CLOSED' } };
  }
  await client.workflow.executeUpdateWithStart<Workflow, CommandOutcome, [Command]>(command.type, {
    args: [command],
    updateId: command.commandId,
    startWorkflowOperation: new WithStartWorkflowOperation<Workflow>(workflowType, options),
  });
  return { outcome: 'done' };
}
