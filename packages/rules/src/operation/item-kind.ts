import type { OperationItem } from './task.ts';

/**
 * The kind of subject an item is counted under. Who goes on elsewhere has one assignment that ends and one that begins:
 * counted together they would be twice the functions that are held.
 */
export function itemKind({ subject, task }: Pick<OperationItem, 'subject' | 'task'>): string {
  if (task.type !== 'saveAssignment') return subject.slice(0, subject.indexOf('/'));
  return endsAssignment(task) ? 'assignment-ended' : 'assignment-begun';
}

export function endsAssignment({
  assignment,
  was,
}: {
  readonly assignment: { readonly to: string | null };
  readonly was: { readonly to: string | null } | null;
}): boolean {
  return was !== null && assignment.to !== null && (was.to === null || was.to >= assignment.to);
}
