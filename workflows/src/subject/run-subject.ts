import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
} from '@temporalio/workflow';
import { SYSTEM } from '@tinhgon/rules/person';
import type { SignedKeySet } from '@tinhgon/rules/receipt/keys';
import { now, runClock } from './clock.ts';
import {
  type BeginRequest,
  beginUpdate,
  type CommandOutcome,
  type Deployment,
  type SubjectInput,
} from './messages.ts';
import { openSubject } from './open-subject.ts';
import { receive } from './receive.ts';
import type { SubjectRules, SubjectTypes } from './rules.ts';
import { refusal } from './failure.ts';
import { createTrust } from './trust.ts';

/** A run begun in a finished state (a correction, late news) waits this long for what it was begun for. */
const IDLE = '1 minute';

/** How a subject's workflow ended, as the Temporal UI shows it. */
export interface SubjectEnd {
  readonly code: string;
  readonly phase: string;
  readonly version: number;
}

type Input<T extends SubjectTypes> = SubjectInput<T['start'], T['state'], T['event'], T['told']>;

/**
 * The shell around a subject's rules: takes commands, news and time in, and lets events, news and what
 * supervisors see out. A request to cancel does not end it: that takes the command `withdraw`.
 */
export function runSubject<T extends SubjectTypes>(
  rules: SubjectRules<T>,
  input: Input<T>,
): Promise<SubjectEnd> {
  return CancellationScope.nonCancellable(() => run(rules, input));
}

async function run<T extends SubjectTypes>(rules: SubjectRules<T>, input: Input<T>): Promise<SubjectEnd> {
  const trust = createTrust(
    rules.subject(input.begin?.code ?? input.from?.state.code ?? ''),
    input.deployment.receipts,
  );
  // A start waits for a worker for as long as it must.
  const objection = input.begin ? trust.objection(input.begin, null) : null;
  if (objection) {
    // Whoever asked for the start hears why; an update without a handler would be told that there is none.
    const refuse = (): never => {
      throw refusal(objection);
    };
    setHandler<CommandOutcome, [BeginRequest], typeof beginUpdate>(beginUpdate, refuse, {
      validator: refuse,
    });
    throw refusal(objection);
  }
  const subject = openSubject(rules, input);
  const { outbox, deliveries } = subject;
  const isFinished = (): boolean => rules.isFinished(subject.state());
  const begunFinished = isFinished();
  let reached = false;
  receive(rules, subject, trust, () => {
    reached = true;
  });

  const mayStop = (): boolean =>
    (isFinished() || subject.isLong()) &&
    outbox.isEmpty() &&
    Object.keys(deliveries.owed()).length === 0 &&
    allHandlersFinished();
  const stop = async (): Promise<void> => {
    if (begunFinished) await condition(() => reached, IDLE);
    // Another handler may have begun between the condition's becoming true and this line.
    while (!mayStop()) await condition(mayStop);
  };
  const clock = runClock({
    locale: input.deployment.locale,
    state: () => subject.state(),
    waiting: () => rules.waiting(subject.state()),
    tick: () => subject.record(rules.tick(subject.state(), { at: now(), actor: SYSTEM })),
  });
  await Promise.race([stop(), outbox.run(), deliveries.run(), clock]);

  if (!isFinished()) {
    return continueAsNew<(next: Input<T>) => Promise<SubjectEnd>>({
      deployment: { ...input.deployment, ...withKeys(trust.keys()) },
      from: subject.carried(),
    });
  }
  const { code, phase, version } = subject.state();
  return { code, phase, version };
}

const withKeys = (receipts: SignedKeySet | undefined): Pick<Deployment, 'receipts'> =>
  receipts ? { receipts } : {};
