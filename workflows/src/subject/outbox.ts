import { condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { fill, type Locale, wordsOf } from '../words.ts';
import type { SubjectActivities } from './activities.ts';
import { conflictingEpoch } from './failure.ts';

/** Inside the decision itself: ten times quicker than a normal activity, and given up at once. */
const quick = proxyLocalActivities<SubjectActivities>({
  startToCloseTimeout: '1 second',
  retry: { maximumAttempts: 1 },
});
const patient = proxyActivities<SubjectActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

export interface Outbox<Event> {
  push(event: Event): void;
  /** Whether event `seq` is in the database; waits for the quick attempt, never for the patient one. */
  settled(seq: number): Promise<boolean>;
  isEmpty(): boolean;
  pending(): readonly Event[];
  epoch(): number;
  ackedSeq(): number;
  /** Writes what is pushed, for ever. Each write carries all that is not acknowledged. */
  run(): Promise<never>;
}

interface Opening<Event> {
  readonly subject: string;
  readonly locale: Locale;
  readonly epoch: number;
  readonly pending: readonly Event[];
  /** The last event that is already in the database. */
  readonly ackedSeq: number;
}

/** Events on their way to the database: at least once, in order, without holding up a decision. */
export function createOutbox<Event extends { readonly seq: number }>(opening: Opening<Event>): Outbox<Event> {
  let { epoch, ackedSeq } = opening;
  let pending = [...opening.pending];
  let behind = false;

  async function write(how: 'quick' | 'patient'): Promise<boolean> {
    const batch = { subject: opening.subject, epoch, events: pending };
    try {
      const answer =
        how === 'quick'
          ? await quick.projectEvents(batch)
          : await patient.projectEvents.executeWithOptions({ summary: sentence(pending) }, [batch]);
      ackedSeq = Math.max(ackedSeq, answer.ackedSeq);
      pending = pending.filter((event) => event.seq > ackedSeq);
      return true;
    } catch (error) {
      const current = conflictingEpoch(error);
      // This workflow was reset in Temporal: what others wrote after that point is abandoned.
      if (current !== null) epoch = current + 1;
      return false;
    }
  }

  const sentence = (events: readonly Event[]): string =>
    fill(wordsOf(opening.locale).supervisor.project, {
      count: events.length,
      seq: events.at(-1)?.seq ?? ackedSeq,
    });

  return {
    push: (event) => {
      pending = [...pending, event];
    },
    settled: async (seq) => {
      await condition(() => ackedSeq >= seq || behind);
      return ackedSeq >= seq;
    },
    isEmpty: () => pending.length === 0,
    pending: () => pending,
    epoch: () => epoch,
    ackedSeq: () => ackedSeq,
    run: async () => {
      for (;;) {
        await condition(() => pending.length > 0);
        const before = epoch;
        if ((await write('quick')) || epoch > before) continue;
        behind = true;
        await write('patient');
        behind = false;
      }
    },
  };
}
