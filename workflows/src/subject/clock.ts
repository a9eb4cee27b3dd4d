import { condition } from '@temporalio/workflow';
import { nextTimingChange } from '@tinhgon/rules/clock';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import { fill, type Locale, wordsOf } from '../words.ts';
import type { SubjectState, Waiting } from './rules.ts';

interface Clocked {
  readonly locale: Locale;
  readonly state: () => SubjectState;
  readonly waiting: () => readonly Waiting[];
  /** Marks what is due soon or overdue. */
  readonly tick: () => void;
}

export const now = (): Instant => new Date().toISOString();

/** One timer for the whole subject, set to the next moment at which something becomes due soon or overdue. */
export async function runClock({ locale, state, waiting, tick }: Clocked): Promise<never> {
  const next = (): Instant | null =>
    waiting()
      .map(({ dueOn }) => nextTimingChange(dueOn, now(), state().calendar))
      .filter((at) => at !== null)
      .sort()[0] ?? null;
  for (;;) {
    tick();
    const due = next();
    const moved = () => next() !== due;
    if (due === null) {
      await condition(moved);
      continue;
    }
    const summary = fill(wordsOf(locale).supervisor.timer, { day: dayOf(due) });
    await condition(moved, Math.max(1, Date.parse(due) - Date.now()), { summary });
  }
}
