import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '@tinhgon/rules/day';
import type { Random } from '../demo/random.ts';
import type { Client, Command, Outcome, Subject } from './client.ts';
import type { Entry } from './ledger.ts';
import { PEOPLE } from './ministry.ts';
import { beginPlan, codeOf, isOpen, LIFE, look, type Move, type Plan } from './plan-life.ts';

const THINK_MS = 30;
const AGAIN_MS = 200;
const COMMENTS_IN_100 = 20;
/** Longest a person waits for the answer to a comment before going away. */
const COMMENT_PATIENCE_MS = 150;

/** How people send: each command once; several times at one moment; the next before the one it follows. */
export type Manner = 'once' | 'repeated' | 'reordered';

interface Sent {
  readonly entry: Entry;
  readonly repeat: () => Promise<Outcome>;
}

/** People at work: each takes some plans through their lives, decision by decision, and begins a new one after each. */
export interface Load {
  readonly ledger: readonly Entry[];
  /** Every command and how to send the very same again. */
  readonly sent: readonly Sent[];
  readonly plans: readonly Plan[];
  /** Plans whose life ended. */
  readonly finished: readonly Plan[];
  manner: Manner;
  resume(): void;
  /** Waits until everybody has an answer to what they last sent. */
  pause(): Promise<void>;
  /** Takes every plan under way to its end, and begins no more. */
  finish(): Promise<void>;
  /** Ends with the error that stopped somebody; never without one. */
  readonly broken: Promise<never>;
  end(): void;
}

export async function startLoad(
  client: Client,
  options: { readonly people: number; readonly plansEach: number; readonly random: Random },
): Promise<Load> {
  const { random } = options;
  const run = randomUUID().slice(0, 6);
  const ledger: Entry[] = [];
  const sent: Sent[] = [];
  const finished: Plan[] = [];
  const plans: Plan[] = [];
  const waiting = new Set<() => void>();
  let begun = 0;
  let paused = true;
  let finishing = false;
  let ended = false;
  let busy = 0;
  let fail: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  broken.catch(() => {});

  const nextPlan = (): Promise<Plan> => beginPlan(client, ledger, `${run}${(begun += 1)}`);

  const entryFor = (user: string, subject: Subject, code: string, command: Command): Sent => {
    const entry: Entry = {
      subject: `${subject}/${code}`,
      commandId: command.commandId,
      type: command.type,
      sentAt: Date.now(),
      versions: new Set(),
      refusals: new Set(),
      lost: 0,
    };
    const one: Sent = { entry, repeat: () => client.send(user, subject, code, command, entry) };
    ledger.push(entry);
    sent.push(one);
    return one;
  };

  const commandOf = (move: Move, plan: Plan, expectedVersion: number, contentHash: string): Command => ({
    commandId: randomUUID(),
    expectedVersion,
    type: move.type,
    ...(move.type === 'approve' ? { contentHash } : {}),
    ...move.says?.(plan, dayOf(new Date().toISOString())),
  });

  /** Sends the very same until it is answered, as a good client does. */
  const insist = async ({ repeat }: Sent): Promise<Outcome> => {
    for (;;) {
      const outcome = await repeat();
      const again =
        outcome.end === 'silent' || (outcome.end === 'refused' && [401, 429].includes(outcome.status));
      if (!again || ended) return outcome;
      await sleep(AGAIN_MS);
    }
  };

  const insistInManner = async (one: Sent): Promise<Outcome> => {
    if (load.manner !== 'repeated') return await insist(one);
    const copies = Array.from({ length: random.integer(2, 4) }, async () => {
      await sleep(random.integer(0, 120));
      return await insist(one);
    });
    const outcomes = await Promise.all(copies);
    return outcomes.find(({ end }) => end === 'accepted') ?? (outcomes[0] as Outcome);
  };

  /** Gives the decision after this one before it: refused, it leaves no trace, and in its turn it is as good as new. */
  const sendAhead = async (plan: Plan, version: number, contentHash: string): Promise<Sent | undefined> => {
    const next = LIFE[plan.taken + 1];
    if (load.manner !== 'reordered' || next?.subject !== LIFE[plan.taken]?.subject || !next) return undefined;
    const code = codeOf(plan, next.subject);
    const early = entryFor(next.user, next.subject, code, commandOf(next, plan, version + 1, contentHash));
    const first = insist(early);
    await sleep(random.integer(0, 40));
    return { entry: early.entry, repeat: () => first.then(() => insist(early)) };
  };

  /** A comment by somebody who does not always wait for the answer, and never asks again. */
  const comment = (plan: Plan): void => {
    const command = { commandId: randomUUID(), expectedVersion: 1, type: 'comment', text: 'Đã xem.' };
    const { entry } = entryFor(PEOPLE.control, 'plan', plan.code, command);
    busy += 1;
    const patienceMs = random.integer(1, COMMENT_PATIENCE_MS);
    void client.send(PEOPLE.control, 'plan', plan.code, command, entry, patienceMs).finally(left);
  };

  const step = async (plan: Plan): Promise<void> => {
    const move = LIFE[plan.taken];
    if (!move) return;
    const seen = await look(client, plan, move);
    if (!isOpen(move, seen)) {
      await sleep(AGAIN_MS / 2);
      return;
    }
    const { version, contentHash } = seen;
    if (random.integer(1, 100) <= COMMENTS_IN_100) comment(plan);
    const ahead = await sendAhead(plan, version, contentHash);
    const code = codeOf(plan, move.subject);
    const one = entryFor(move.user, move.subject, code, commandOf(move, plan, version, contentHash));
    const outcome = await insistInManner(one);
    if (outcome.end === 'accepted') {
      plan.taken += 1;
      plan.movedAt = Date.now();
      if ((await ahead?.repeat())?.end === 'accepted') plan.taken += 1;
    } else await sleep(AGAIN_MS);
  };

  const left = (): void => {
    busy -= 1;
    if (busy === 0) for (const tell of waiting) tell();
  };
  const work = async (person: number): Promise<void> => {
    for (let turn = 0; !ended; turn += 1) {
      if (paused) {
        await sleep(THINK_MS);
        continue;
      }
      busy += 1;
      try {
        const place = person * options.plansEach + (turn % options.plansEach);
        const plan = plans[place];
        if (plan && plan.taken < LIFE.length) await step(plan);
        else if (!finishing) {
          if (plan) finished.push(plan);
          plans[place] = await nextPlan();
        }
      } finally {
        left();
      }
      await sleep(THINK_MS);
    }
  };

  const load: Load = {
    ledger,
    sent,
    plans,
    finished,
    manner: 'once',
    broken,
    resume: () => {
      paused = false;
    },
    pause: async () => {
      paused = true;
      if (busy > 0) await new Promise<void>((resolve) => waiting.add(resolve));
      waiting.clear();
    },
    finish: async () => {
      finishing = true;
      load.resume();
      while (plans.some(({ taken }) => taken < LIFE.length)) await sleep(AGAIN_MS);
      await load.pause();
      finished.push(...plans.splice(0));
    },
    end: () => {
      ended = true;
    },
  };
  for (let place = 0; place < options.people * options.plansEach; place += 1) plans.push(await nextPlan());
  for (let person = 0; person < options.people; person += 1) work(person).catch(fail);
  return load;
}
