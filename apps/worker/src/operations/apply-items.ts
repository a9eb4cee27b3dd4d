import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import { actorFor } from '@tinhgon/database/queries/actor-for';
import { maySeePlan } from '@tinhgon/database/queries/plans/visible-plans';
import { parseSubject } from '@tinhgon/database/events/subject';
import { applyCatalogueTask } from '@tinhgon/database/operations/apply-catalogue-task';
import {
  nextItems,
  type OperationItemRow,
  operationById,
  progressOf,
  recordOutcome,
} from '@tinhgon/database/operations/work-through';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/day';
import { isCatalogueTask, type Task } from '@tinhgon/rules/operation/task';
import type { OperationKind } from '@tinhgon/rules/operation/operation';
import { mayKeepCatalogue, mayKeepRecord } from '@tinhgon/rules/policy';
import { isWorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { Applied } from '@tinhgon/workflows/operation/activities';
import type { Logger } from 'pino';
import type { Starting } from '../activities/start-from-record.ts';
import { type Given, giveCommand } from './give-command.ts';

/** Subjects at work side by side; more only wait for the same server. */
const AT_ONCE = 8;

interface Request {
  readonly id: string;
  readonly limit: number;
}

/**
 * Does the next subjects of an operation and records how each came off. What was given but not recorded, because a
 * worker died in between, is given again under the same id and answers the same.
 */
export async function applyItems(
  starting: Starting,
  log: Logger,
  { id, limit }: Request,
  onItem: () => void,
): Promise<Applied> {
  const { db } = starting;
  const operation = await operationById(db, id);
  if (!operation) throw new RangeError(`there is no operation ${id}`);
  const items = await nextItems(db, id, limit);
  const people = peopleOn(starting, dayOf(new Date().toISOString()));
  const actor = await people(operation.by_id);
  const queue = [...items];
  const work = async (): Promise<void> => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const given = await applyItem(starting, log, { item, kind: operation.kind }, actor, people);
      const rejection = given.outcome === 'done' ? null : given.rejection;
      await recordOutcome(db, item, given.outcome, rejection, new Date().toISOString());
      onItem();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { tried: items.length, progress: await progressOf(db, id) };
}

type People = (id: string) => Promise<Actor | null>;

/** Who somebody is today, asked once for a batch: whoever lost their function meanwhile is refused. */
function peopleOn({ db }: Starting, day: string): People {
  const known = new Map<string, Promise<Actor | null>>();
  return (personId) => {
    const asked = known.get(personId) ?? actorFor(db, { personId }, day);
    known.set(personId, asked);
    return asked;
  };
}

async function applyItem(
  starting: Starting,
  log: Logger,
  { item, kind: asked }: { readonly item: OperationItemRow; readonly kind: OperationKind },
  actor: Actor | null,
  people: People,
): Promise<Given> {
  if (!actor) return { outcome: 'refused', rejection: { code: 'FORBIDDEN' } };
  try {
    const { kind, code } = parseSubject(item.subject);
    if (isCatalogueTask(item.task)) {
      const stamp = { actor, now: new Date().toISOString(), commandId: item.command_id };
      const theirs = asked === 'leaving' ? mayKeepCatalogue(actor) : mayKeepRecord(actor);
      const refused = theirs
        ? await applyCatalogueTask(starting.db, item.subject, item.task, stamp)
        : 'FORBIDDEN';
      return refused ? { outcome: 'refused', rejection: { code: refused } } : { outcome: 'done' };
    }
    if (!isWorkflowKind(kind)) throw new RangeError(`${item.subject} takes no command`);
    // Whoever sees somebody off decides nothing on a plan, and need not see it.
    const unseen = item.task.type !== 'passOnStep' && kind === 'plan';
    if (unseen && !(await maySeePlan(starting.db, actor, code))) {
      return { outcome: 'refused', rejection: { code: 'NOT_FOUND' } };
    }
    const assignee = assigneeOf(item.task);
    const stamp = assignee === null ? {} : { assignee: await people(assignee) };
    if ('assignee' in stamp && !stamp.assignee) {
      return { outcome: 'refused', rejection: { code: 'UNKNOWN_PERSON', field: 'to' } };
    }
    const command = {
      ...item.task,
      ...stamp,
      ...(SAYS_WHOSE.includes(item.task.type) ? { operation: item.operation } : {}),
      commandId: item.command_id,
      actor,
    };
    const signedIn = { how: 'operation', operation: item.operation } as const;
    const signed = signCommand(starting.keyRing ?? null, item.subject, command, signedIn);
    return await giveCommand(starting, kind, code, signed);
  } catch (error) {
    // The others go on; this one is listed and tried again.
    log.error({ err: error, operation: item.operation, subject: item.subject }, 'an item has failed');
    return { outcome: 'failed', rejection: { code: 'INTERNAL' } };
  }
}

/** Commands that name the operation they belong to. */
const SAYS_WHOSE: readonly Task['type'][] = ['moveAgency', 'passOnStep'];

const assigneeOf = (task: Task): string | null =>
  task.type === 'reassign' || task.type === 'passOnStep' ? task.to : null;
