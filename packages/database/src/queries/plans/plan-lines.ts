import type { PlanContent } from '@tinhgon/rules/content';
import type { PlanChangesView } from '@tinhgon/rules/views/changes';

const LINES = ['name', 'unit', 'grounds', 'targets'] as const;

/** The plan's own lines that read otherwise. */
export const changedLines = (old: PlanContent, text: PlanContent): PlanChangesView['lines'] =>
  LINES.filter((field) => old[field] !== text[field]).map((field) => ({
    field,
    before: old[field],
    after: text[field],
  }));
