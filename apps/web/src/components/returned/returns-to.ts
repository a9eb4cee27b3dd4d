import type { historyEntry } from '@tinhgon/rules/views/common';
import type { z } from 'zod';

type Entry = z.infer<typeof historyEntry>;

const list = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

/**
 * The returns that brought a subject, or some of its procedures, back to an editing step and are not answered by
 * handing in again since. Entries are newest first, and so is what is given.
 *
 * @param codes the procedures the step is about; empty where it is about all there is.
 */
export function returnsTo(
  history: readonly Entry[],
  step: string,
  codes: readonly string[] = [],
): readonly Entry[] {
  const handedIn = history.findIndex((entry) => entry.type === 'submitted' && entry.step === step);
  const since = handedIn < 0 ? history : history.slice(0, handedIn);
  return since.filter(({ type, facts }) => {
    if (type !== 'returned') return false;
    const went = list(facts['opened']) ?? [facts['next']];
    const about = list(facts['procedureCodes']);
    return (
      went.includes(step) && (!about || codes.length === 0 || codes.some((code) => about.includes(code)))
    );
  });
}
