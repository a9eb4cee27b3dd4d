import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { dayOf } from '@tinhgon/rules/day';
import {
  NO_PROGRESS,
  objectionToOperationCommand,
  OPERATION_COMMANDS,
  type OperationState,
  type Progress,
  type StampedOperationCommand,
  totalOf,
} from '@tinhgon/rules/operation/operation';
import { personRef } from '@tinhgon/rules/person';
import { queueOf } from '../queues.ts';
import { createAnswers } from '../subject/answers.ts';
import { now } from '../subject/clock.ts';
import { refusal } from '../subject/failure.ts';
import { commandFingerprint } from '../subject/fingerprint.ts';
import type { CommandOutcome } from '../subject/messages.ts';
import { createTrust } from '../subject/trust.ts';
import { fill, wordsOf } from '../words.ts';
import type { OperationActivities } from './activities.ts';
import { showOperation } from './details.ts';
import {
  type OperationInput,
  type OperationReport,
  operationReportQuery,
  operationSubject,
  operationUpdates,
} from './messages.ts';

/** Subjects done between two looks at whether somebody paused. */
const AT_ONCE = 40;
/** Events after which a run is continued as new. */
const LONG = 1_000;
const FIRST_RETRY_S = 5;
const LAST_RETRY_S = 600;

const RETRY = {
  initialInterval: '500 milliseconds',
  backoffCoefficient: 2,
  maximumInterval: '10 seconds',
} as const;
/**
 * `operation/{id}`: gives one command to each of a fixed list of subjects. The list and how each came off lie in
 * the database; this says when, and can be paused, taken up again and ended.
 */
export function operation(input: OperationInput): Promise<OperationReport> {
  // A request to cancel in the Temporal UI does not end it half-way: that takes the command `cancel`.
  return CancellationScope.nonCancellable(() => run(input));
}

async function run(input: OperationInput): Promise<OperationReport> {
  const { deployment, id, by, startsAt, from } = input;
  const words = wordsOf(deployment.locale).supervisor.operation;
  const taskQueue = queueOf(workflowInfo().taskQueue, 'bulk');
  const activities = proxyActivities<OperationActivities>({
    taskQueue,
    startToCloseTimeout: '1 minute',
    retry: RETRY,
  });
  const applying = proxyActivities<Pick<OperationActivities, 'applyItems'>>({
    taskQueue,
    startToCloseTimeout: '10 minutes',
    // A worker that died is noticed by its silence.
    heartbeatTimeout: '10 seconds',
    retry: RETRY,
  });
  let waiting = startsAt !== null && startsAt > now();
  let paused = from?.state === 'paused';
  let ended: OperationState | null = null;
  let progress: Progress = from?.progress ?? NO_PROGRESS;
  let tries = from?.tries ?? 0;
  let retryAsked = false;
  const trust = createTrust(operationSubject(id), deployment.receipts);
  const answers = createAnswers(from?.answers ?? []);
  /** What people did is put on record in its order. */
  let noted: Promise<void> = Promise.resolve();

  const state = (): OperationState => ended ?? (paused ? 'paused' : waiting ? 'scheduled' : 'running');
  const show = (): void => showOperation(input, state(), progress);
  const learn = (said: Progress): void => {
    progress = said;
    show();
  };

  setHandler(operationReportQuery, () => ({ state: state(), progress }));
  for (const type of OPERATION_COMMANDS) {
    setHandler(
      operationUpdates[type],
      async (command: StampedOperationCommand): Promise<CommandOutcome> => {
        const fingerprint = commandFingerprint(command);
        const known = answers.find(command.commandId);
        if (known) return known;
        const version = (answers.all().at(-1)?.version ?? 0) + 1;
        const outcome = { version, projected: true, fingerprint };
        answers.keep({ commandId: command.commandId, ...outcome });
        if (type === 'pause') paused = true;
        if (type === 'resume') paused = false;
        if (type === 'cancel') ended = 'cancelled';
        if (type === 'retry') retryAsked = true;
        show();
        const resumesTo = waiting ? 'scheduled' : 'running';
        const note = {
          id,
          commandId: command.commandId,
          type,
          by: personRef(command.actor),
          resumesTo,
          ...(command.receipt === undefined ? {} : { receipt: command.receipt }),
        } as const;
        noted = noted.then(() => activities.noteCommand.executeWithOptions({ summary: words[type] }, [note]));
        await noted;
        return outcome;
      },
      {
        validator: (command) => {
          const untrusted = trust.objection(command, now());
          if (untrusted) throw refusal(untrusted);
          if (answers.find(command.commandId)) return;
          const objection = objectionToOperationCommand(
            { state: state(), by, progress },
            type,
            command.actor,
          );
          if (objection) throw refusal(objection);
        },
      },
    );
  }
  show();

  const isOver = (): boolean => ended !== null;
  const mayGoOn = (): boolean => isOver() || !paused;
  const goOn = async (): Promise<boolean> => {
    await condition(mayGoOn);
    return !isOver();
  };

  if (startsAt !== null && waiting) {
    const summary = fill(words.until, { day: dayOf(startsAt) });
    await condition(isOver, Math.max(1, Date.parse(startsAt) - Date.now()), { summary });
    waiting = false;
  }
  if (totalOf(progress) === 0 && (await goOn())) {
    learn(await activities.fixOperation.executeWithOptions({ summary: words.fix }, [id]));
  }
  while (await goOn()) {
    const summary = fill(words.apply, {
      done: totalOf(progress) - progress.waiting,
      total: totalOf(progress),
    });
    const applied = await applying.applyItems.executeWithOptions({ summary }, [{ id, limit: AT_ONCE }]);
    learn(applied.progress);
    if (applied.tried > 0) {
      tries = progress.failed > 0 ? tries : 0;
    } else if (progress.failed > 0) {
      const seconds = Math.min(FIRST_RETRY_S * 2 ** tries, LAST_RETRY_S);
      await condition(() => retryAsked || isOver(), seconds * 1_000, { summary: words.retry });
      tries = retryAsked ? 0 : tries + 1;
      retryAsked = false;
      if (isOver()) break;
      learn(await activities.retryItems.executeWithOptions({ summary: words.retry }, [id]));
    } else {
      const end = await activities.finishOperation.executeWithOptions({ summary: words.finish }, [id]);
      if (end.finished) ended ??= 'done';
      learn(end.progress);
    }
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    if (!isOver() && (continueAsNewSuggested || historyLength > (deployment.historyLimit ?? LONG))) {
      await condition(allHandlersFinished);
      const receipts = trust.keys();
      await continueAsNew<typeof operation>({
        ...input,
        deployment: { ...deployment, ...(receipts ? { receipts } : {}) },
        from: { state: state(), progress, tries, answers: answers.all() },
      });
    }
  }
  await condition(allHandlersFinished);
  show();
  return { state: state(), progress };
}
