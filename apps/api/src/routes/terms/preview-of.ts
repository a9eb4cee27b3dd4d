import type { previewReplan } from '@tinhgon/database/queries/terms/preview-replan';
import type { ReplanPreview } from '@tinhgon/rules/views/terms';

/** Lines shown; the counts speak of all. */
const SHOWN = 200;

export function previewOf({ looked, items }: Awaited<ReturnType<typeof previewReplan>>): ReplanPreview {
  return {
    looked,
    total: items.length,
    blocked: items.filter(({ lacks }) => lacks !== null).length,
    items: items.slice(0, SHOWN),
    nextCursor: null,
  };
}
