import { type Db } from '@tinhgon/database';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import type { Actor } from '@tinhgon/rules/actor';
import { isClosed } from '@tinhgon/rules/vocabulary';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { refuse } from '../errors/refusal.ts';
import type { CommandGate, Start } from './command-gate.ts';
import type { Standing } from './subject-state.ts';

interface Stamped {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
}

/** Commands that a document takes after its workflow has ended. */
const AFTER_THE_END = ['correctEvidence', 'confirmCorrection'];

/**
 * Sends a stamped command to its workflow. When none runs: a command answered before the workflow ended is
 * answered again, a correction of a closed document starts it anew from its rows, and so does any command to
 * an open subject whose workflow is missing (imported a moment ago, or Temporal's database was lost).
 */
export async function give<State extends PlanState | DocumentState>(
  { db, commands }: { readonly db: Db; readonly commands: CommandGate },
  subject: string,
  stamped: Stamped,
  standingNow: () => Promise<Standing<State>>,
  startFrom: (from: { readonly state: State; readonly epoch: number }) => Start,
): Promise<CommandAnswer> {
  const update = {
    subject,
    type: stamped.type,
    commandId: stamped.commandId,
    fingerprint: commandFingerprint(stamped),
    argument: stamped,
  };
  const answer = await commands.send(update);
  if (answer) return answer;
  const before = await answeredBefore(db, subject, stamped);
  if (before) return before;
  // From here on an import leaves it alone: its workflow is about to run.
  await db.updateTable('pending_start').set({ ready: true }).where('subject', '=', subject).execute();
  const { state, epoch } = await standingNow();
  if (isClosed(state.phase) && !(state.kind === 'document' && AFTER_THE_END.includes(stamped.type))) {
    throw refuse('SUBJECT_CLOSED');
  }
  // It ran when it was asked for its state and does not now: the client tries again with the same id.
  if (epoch === null) throw refuse('UNAVAILABLE', { details: { reason: 'unsure' } });
  return await commands.revive(startFrom({ state, epoch }), update);
}

async function answeredBefore(db: Db, subject: string, stamped: Stamped): Promise<CommandAnswer | null> {
  const event = await db
    .selectFrom('current_event')
    .select(['version', 'actor_id'])
    .where('subject', '=', subject)
    .where('command_id', '=', stamped.commandId)
    .executeTakeFirst();
  if (!event) return null;
  if (event.actor_id !== stamped.actor.id) throw refuse('COMMAND_ID_REUSED', { field: 'commandId' });
  return { version: event.version, projected: true };
}
