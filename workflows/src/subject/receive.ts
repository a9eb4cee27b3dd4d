import { CancellationScope, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import type { Rejection } from '@tinhgon/rules/errors';
import { SYSTEM } from '@tinhgon/rules/person';
import { now } from './clock.ts';
import { refusal } from './failure.ts';
import { commandFingerprint } from './fingerprint.ts';
import { type Answered, beginUpdate, type CommandOutcome, stateQuery } from './messages.ts';
import type { OpenSubject } from './open-subject.ts';
import type { SubjectRules, SubjectTypes } from './rules.ts';
import type { Trust } from './trust.ts';

/**
 * Takes commands, news and questions. Updates that came with the start are handled while `setHandler` runs.
 * `onNews` is called for each command or news that reached the subject.
 */
export function receive<T extends SubjectTypes>(
  rules: SubjectRules<T>,
  subject: OpenSubject<T>,
  trust: Trust,
  onNews: () => void,
): void {
  const { answers, begun, outbox, deliveries } = subject;
  // A cancel request ends neither the workflow nor the answer somebody waits for.
  const settled = (seq: number): Promise<boolean> =>
    CancellationScope.nonCancellable(() => outbox.settled(seq));

  setHandler(stateQuery, () => ({
    state: subject.state(),
    epoch: outbox.epoch(),
    ackedSeq: outbox.ackedSeq(),
    owed: Object.keys(deliveries.owed()),
  }));

  const { hears } = rules;
  if (hears) {
    setHandler(defineSignal<[T['heard']]>(hears.signal), (heard) => {
      onNews();
      subject.record(hears.events(subject.state(), heard, { at: now(), actor: SYSTEM }));
    });
  }

  const answered = (commandId: string): Answered | undefined =>
    answers.find(commandId) ?? (begun?.commandId === commandId ? begun : undefined);

  const objection = (type: string, command: T['command']): Rejection | null => {
    if (command.type !== type) return { code: 'INVALID_INPUT', field: 'type' };
    const untrusted = trust.objection(command, now());
    if (untrusted) return untrusted;
    const known = answered(command.commandId);
    if (known) {
      return known.fingerprint === commandFingerprint(command) ? null : { code: 'COMMAND_ID_REUSED' };
    }
    const decision = rules.decide(subject.state(), command, now());
    if (!decision.ok) return decision.rejection;
    return rules.objectionOnArrival?.(subject.state(), command) ?? null;
  };

  const handle = async (command: T['command']): Promise<CommandOutcome> => {
    const known = answered(command.commandId);
    if (known) return outcome(known);
    const decision = rules.decide(subject.state(), command, now());
    if (!decision.ok) throw refusal(decision.rejection);
    onNews();
    const fingerprint = commandFingerprint(command);
    const { receipt } = command;
    // One command is one decision: the first of the person's events holds what was signed.
    const first = decision.value.findIndex(({ actor }) => actor.id !== SYSTEM.id);
    subject.record(
      decision.value.map((event, index) => ({
        ...event,
        fingerprint,
        ...(receipt !== undefined && index === first ? { receipt } : {}),
      })),
    );
    const { seq, version } = subject.state();
    const answer = { commandId: command.commandId, fingerprint, version, projected: false };
    answers.keep(answer);
    const final = { ...answer, projected: await settled(seq) };
    answers.keep(final);
    return outcome(final);
  };

  for (const type of rules.commandTypes) {
    setHandler(defineUpdate<CommandOutcome, [T['command']]>(type), handle, {
      validator: (command) => refuseFor(objection(type, command)),
    });
  }

  setHandler(
    beginUpdate,
    async () => {
      if (!begun) throw refusal({ code: 'CODE_TAKEN', field: 'code' });
      return outcome({ ...begun, projected: await settled(1) });
    },
    {
      validator: ({ commandId, fingerprint }) => {
        if (!begun || begun.commandId !== commandId) throw refusal({ code: 'CODE_TAKEN', field: 'code' });
        if (begun.fingerprint !== fingerprint) throw refusal({ code: 'COMMAND_ID_REUSED' });
      },
    },
  );
}

function refuseFor(rejection: Rejection | null): void {
  if (rejection) throw refusal(rejection);
}

const outcome = ({ version, projected, fingerprint }: CommandOutcome): CommandOutcome => ({
  version,
  projected,
  fingerprint,
});
