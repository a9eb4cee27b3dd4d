import { sql } from 'kysely';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { splitOffEvent } from '@tinhgon/rules/plan/split';
import type { Trx } from '../schema.ts';
import { SubjectBegun } from './errors.ts';
import type { WorkflowEvent } from './recorded-event.ts';

/** A plan that begins with an event of another. */
export interface Part {
  readonly subject: string;
  readonly event: PlanEvent;
}

/** The plans split off by these events, each with its first event. */
export function partsOf(kind: string, events: readonly WorkflowEvent[]): Part[] {
  if (kind !== 'plan') return [];
  return (events as readonly PlanEvent[]).flatMap((event) =>
    event.type === 'split' ? [{ subject: `plan/${event.into}`, event: splitOffEvent(event) }] : [],
  );
}

/**
 * The parts that are not on record yet: they come into it in the transaction of the event that split them off, so
 * that no procedure ever stands in both plans or in neither, and their workflow is started from there.
 *
 * @throws SubjectBegun when something else stands under the code.
 */
export async function newParts(
  trx: Trx,
  parts: readonly Part[],
  heads: ReadonlyMap<string, { readonly seq: number }>,
): Promise<Part[]> {
  const fresh: Part[] = [];
  for (const part of parts) {
    const { subject, event } = part;
    if (heads.get(subject)?.seq === 0) {
      fresh.push(part);
      continue;
    }
    const first = await trx
      .selectFrom('current_event')
      .select(['type', 'command_id'])
      .where('subject', '=', subject)
      .where('seq', '=', 1)
      .executeTakeFirst();
    // A workflow that was reset splits once more what it has split already.
    if (first?.type !== 'planSplitOff' || first.command_id !== event.commandId)
      throw new SubjectBegun(subject);
  }
  return fresh;
}

/** Has the workflows of open parts started. */
export async function awaitStart(trx: Trx, parts: readonly Part[]): Promise<void> {
  for (const { subject, event } of parts) {
    await sql`
      insert into pending_start (subject, ready, asked_at) values (${subject}, true, ${event.at})
      on conflict do nothing`.execute(trx);
  }
}
