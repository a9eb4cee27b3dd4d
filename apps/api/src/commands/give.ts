import { type Db } from '@tinhgon/database';
import { answersOnRecord } from '@tinhgon/database/queries/workflows/answers-on-record';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import type { Actor } from '@tinhgon/rules/actor';
import { isBottleneckClosed } from '@tinhgon/rules/bottleneck/state';
import { isClosed } from '@tinhgon/rules/vocabulary';
import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { type Deployment, subjectOf } from '@tinhgon/workflows/subject/messages';
import { START_FROM_RECORD } from '@tinhgon/workflows/subject/start-options';
import { isDatabaseSilent, within } from '../errors/database-silent.ts';
import { refuse } from '../errors/refusal.ts';
import type { CommandGate } from './command-gate.ts';
import type { RequestContext } from '../request-context.ts';
import { PATIENCE_MS, standingOf } from './subject-state.ts';

interface Stamped {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
}

/** Whether a subject whose workflow has ended takes a command. */
const TAKES: {
  readonly [K in WorkflowKind]: (state: StateOf[K], type: string) => boolean;
} = {
  plan: (state, type) => !isClosed(state.phase) || type === 'reopen',
  document: (state, type) =>
    !isClosed(state.phase) || ['correctEvidence', 'confirmCorrection'].includes(type),
  bottleneck: (state) => !isBottleneckClosed(state.phase),
  campaign: (state, type) => state.phase === 'open' || type === 'declareNone',
  inspection: (state) => state.phase === 'open',
};

/**
 * Sends a stamped command to its workflow. When none runs: a command that is on record already is answered from
 * there, a correction of a closed document and the reopening of a closed plan start it anew from its rows, and so does
 * any command to an open subject whose workflow is missing (imported a moment ago, or Temporal's database was lost).
 */
export async function give<K extends WorkflowKind>(
  context: {
    readonly db: Db;
    readonly commands: CommandGate;
    readonly deployment: Deployment;
    readonly taskQueue: string;
    readonly sign: RequestContext['sign'];
  },
  kind: K,
  code: string,
  stamped: Stamped,
): Promise<CommandAnswer> {
  const { db, commands, deployment, taskQueue } = context;
  const subject = subjectOf(kind, code);
  const update = {
    subject,
    type: stamped.type,
    commandId: stamped.commandId,
    fingerprint: commandFingerprint(stamped),
    argument: context.sign(subject, stamped),
  };
  // The workflow first: after a crash the record may hold for a moment what the workflow never came to know.
  const answer = await commands.send(update);
  if (answer) return answer;
  // From here on an import leaves it alone: its workflow is about to run.
  await db.updateTable('pending_start').set({ ready: true }).where('subject', '=', subject).execute();
  const { state, epoch } = await standingOf(context, kind, code);
  const before = await answeredBefore(db, subject, stamped, update.fingerprint);
  if (!TAKES[kind](state, stamped.type)) {
    if (before) return answerOf(before);
    throw refuse('SUBJECT_CLOSED');
  }
  // It ran when it was asked for its state and does not now: the client tries again with the same id.
  if (epoch === null) throw refuse('UNAVAILABLE', { details: { reason: 'unsure' } });
  const answers = await answersOnRecord(db, subject, state.seq);
  // The workflow that goes on from the record answers for it: what the one before it was still writing it will abandon,
  // and do anew. Only what is longer ago than it is told of is answered here.
  const told = answers.some(({ commandId }) => commandId === stamped.commandId);
  if (before && before.seq <= state.seq && !told) return answerOf(before);
  const start = START_FROM_RECORD[kind]({ deployment, from: { state, epoch, answers } }, taskQueue);
  return await commands.revive(start, update);
}

interface OnRecord {
  readonly seq: number;
  readonly version: number;
}

const answerOf = ({ version }: OnRecord): CommandAnswer => ({ version, projected: true });

/** The event a command caused the first time; null when there is none or the database is silent. */
async function answeredBefore(
  db: Db,
  subject: string,
  stamped: Stamped,
  fingerprint: string,
): Promise<OnRecord | null> {
  const asked = db
    .selectFrom('current_event')
    .select(['seq', 'version', 'actor_id', 'payload'])
    .where('subject', '=', subject)
    .where('command_id', '=', stamped.commandId)
    .executeTakeFirst();
  const event = await within(PATIENCE_MS, asked).catch((error: unknown) => {
    if (isDatabaseSilent(error)) return undefined;
    throw error;
  });
  if (!event) return null;
  const kept = event.payload['fingerprint'] ?? fingerprint;
  if (event.actor_id !== stamped.actor.id || kept !== fingerprint) {
    throw refuse('COMMAND_ID_REUSED', { field: 'commandId' });
  }
  return { seq: event.seq, version: event.version };
}
