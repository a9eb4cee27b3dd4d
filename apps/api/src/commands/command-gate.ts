import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { Hash } from '@tinhgon/rules/hash';
import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import { tellKeys } from '@tinhgon/commands/receipts/trust-keys';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { beginUpdate, type CommandOutcome, type SubjectReport } from '@tinhgon/workflows/subject/messages';
import type { StartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal, refuse } from '../errors/refusal.ts';
import { limitPerKey } from './limit-per-key.ts';
import { unsureRefusal, verdictOn } from './verdict.ts';

/** The server refuses a tenth update in flight on one workflow, and its client then backs off for seconds. */
const IN_FLIGHT_PER_WORKFLOW = 8;
const DEADLINE_MS = 10_000;
const AGAIN_AFTER_MS = 40;

/** One update to send: named after the command's type, its id the command's. */
export interface Update {
  /** `{kind}/{code}`: the workflow's id. */
  readonly subject: string;
  readonly type: string;
  readonly commandId: string;
  /** Hash of what is asked; the server answers a known update id whatever its argument says. */
  readonly fingerprint: Hash;
  readonly argument: unknown;
}

/** The only way to a workflow. All throw Refusal; `null` says that no workflow of that name is running. */
export interface CommandGate {
  readonly send: (update: Update) => Promise<CommandAnswer | null>;
  /** Starts the subject and answers once its first event is written; a code in use is CODE_TAKEN. */
  readonly begin: (
    start: StartOptions,
    update: Pick<Update, 'commandId' | 'fingerprint'>,
  ) => Promise<CommandAnswer>;
  /** Sends to a subject that has ended, starting it again from its state. */
  readonly revive: (start: StartOptions, update: Update) => Promise<CommandAnswer>;
  readonly state: <State>(subject: string) => Promise<State | null>;
}

export function createCommandGate(options: {
  readonly client: Client;
  readonly replicas: number;
  readonly observe: (type: string, outcome: string, seconds: number) => void;
  /** What commands are signed with; null where they are not. */
  readonly keyRing: KeyRing | null;
}): CommandGate {
  const { client, observe, keyRing } = options;
  const inTurn = limitPerKey(Math.max(1, Math.floor(IN_FLIGHT_PER_WORKFLOW / options.replicas)));

  /** Repeats with the same update id for as long as nobody has seen the update. */
  async function attempt<T>(subject: string, type: string, work: () => Promise<T>): Promise<T | null> {
    const started = Date.now();
    const deadline = started + DEADLINE_MS;
    const done = (outcome: string) => observe(type, outcome, (Date.now() - started) / 1000);
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await inTurn(subject, () => client.withDeadline(deadline, work));
        done('accepted');
        return answer;
      } catch (error) {
        const verdict = verdictOn(error);
        if (verdict.kind === 'absent') {
          done('absent');
          return null;
        }
        if (verdict.kind === 'refused') {
          done(verdict.refusal.rejection.code);
          throw verdict.refusal;
        }
        if (verdict.kind === 'unforeseen') throw error;
        const wait = AGAIN_AFTER_MS * Math.min(tries, 10) * (0.5 + Math.random());
        if (Date.now() + wait > deadline) {
          done('UNAVAILABLE');
          throw unsureRefusal(error);
        }
        await sleep(wait);
      }
    }
  }

  const operation = (start: StartOptions, workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE') => {
    const { workflowType, ...rest } = start;
    return new WithStartWorkflowOperation<Workflow>(workflowType, {
      ...rest,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy,
    });
  };

  /** A workflow that began before the keys were changed is told of them, and asked once more. */
  async function knowingKeys<T>(subject: string, work: () => Promise<T | null>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const unknown = error instanceof Refusal && error.rejection.code === 'RECEIPT_KEY_UNKNOWN';
      if (!unknown || !keyRing) throw error;
      await attempt(subject, 'trustKeys', () => tellKeys(client, subject, keyRing.keySet));
      return await work();
    }
  }

  return {
    async send(update) {
      const outcome = await knowingKeys(update.subject, () =>
        attempt(update.subject, update.type, () =>
          client.workflow.getHandle(update.subject).executeUpdate<CommandOutcome, [unknown]>(update.type, {
            args: [update.argument],
            updateId: update.commandId,
          }),
        ),
      );
      return outcome && answerOf(outcome, update.fingerprint);
    },
    async begin(start, { commandId, fingerprint }) {
      const outcome = await attempt(start.workflowId, 'begin', () =>
        client.workflow.executeUpdateWithStart(beginUpdate, {
          args: [{ commandId, fingerprint }],
          updateId: commandId,
          startWorkflowOperation: operation(start, 'REJECT_DUPLICATE'),
        }),
      );
      if (!outcome) throw refuse('CODE_TAKEN', { field: 'code' });
      return answerOf(outcome, fingerprint);
    },
    async revive(start, update) {
      const outcome = await attempt(update.subject, update.type, () =>
        client.workflow.executeUpdateWithStart<Workflow, CommandOutcome, [unknown]>(update.type, {
          args: [update.argument],
          updateId: update.commandId,
          startWorkflowOperation: operation(start, 'ALLOW_DUPLICATE'),
        }),
      );
      if (!outcome) throw unsureRefusal();
      return answerOf(outcome, update.fingerprint);
    },
    async state<State>(subject: string) {
      const report = await attempt(subject, 'state', () =>
        client.workflow.getHandle(subject).query<SubjectReport<State>>('state'),
      );
      return report && report.state;
    },
  };
}

function answerOf({ version, projected, fingerprint }: CommandOutcome, asked: Hash): CommandAnswer {
  if (fingerprint !== asked) throw refuse('COMMAND_ID_REUSED', { field: 'commandId' });
  return { version, projected };
}
