import { useNavigate, useRouter } from '@tanstack/react-router';
import { type BULK_ACTIONS, MOST_ITEMS } from '@tinhgon/rules/operation/operation';
import { type BulkItem, itemsFor, keepChoice } from '../server/bulk-choice.ts';

/** Leads to the page that shows what an action would do to some items; from there the way back is here. */
export function useBulk() {
  const navigate = useNavigate();
  const router = useRouter();
  return (action: (typeof BULK_ACTIONS)[number], items: readonly BulkItem[]) => {
    keepChoice(itemsFor(action, items).slice(0, MOST_ITEMS), router.state.location.href);
    void navigate({ to: '/operations/new', search: { action } });
  };
}
