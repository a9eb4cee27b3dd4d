import { condition } from '@temporalio/workflow';
import { nextTimingChange } from '@tinhgon/rules/clock';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import type { OpenStep } from '@tinhgon/rules/step';
import { fill, type Locale, wordsOf } from '../words.ts';
import type { SubjectState } from './rules.ts';

interface Clocked {
  readonly locale: Locale;
  readonly state: () => SubjectState;
  readonly steps: () => readonly OpenStep[];
  /** Marks open steps due soon or overdue. */
  readonly tick: () => void;
}

export const now = (): Instant => new Date().toISOString();

/** One timer for the whole subject, set to the next moment at which a step becomes due soon or overdue. */
export async function runClock({ locale, state, steps, tick }: Clocked): Promise<never> {
  const next = (): Instant | null =>
    steps()
      .map((step) => nextTimingChange(step.dueOn, now(), state().calendar))
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
