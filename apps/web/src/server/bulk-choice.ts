import { bulkPreviewSchema } from '@tinhgon/rules/operation/bulk';
import { isDateDecision } from '@tinhgon/rules/operation/bulk-decisions';
import type { BULK_ACTIONS } from '@tinhgon/rules/operation/operation';
import { z } from 'zod';

/** Kept in the tab: a reload shows the same list again, and starting it once more begins nothing twice. */
const KEY = 'tinhgon.bulk';

const choiceSchema = z.object({
  id: z.uuid(),
  items: bulkPreviewSchema.shape.items,
  /** The page it was chosen on, with its filters. */
  from: z.string().startsWith('/').optional(),
});
export type BulkChoice = z.infer<typeof choiceSchema>;
export type BulkItem = BulkChoice['items'][number];

export function keepChoice(items: readonly BulkItem[], from: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ id: crypto.randomUUID(), items, from }));
}

/** Of what is chosen, what an action can be about: open steps, or requests for another date. */
export const itemsFor = (
  action: (typeof BULK_ACTIONS)[number],
  items: readonly BulkItem[],
): readonly BulkItem[] => items.filter(({ date }) => isDateDecision(action) === (date !== undefined));

/** What was chosen on the page before, or null. */
export function keptChoice(): BulkChoice | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  try {
    return choiceSchema.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}
