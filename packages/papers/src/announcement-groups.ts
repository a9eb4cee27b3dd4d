import type { ChangedProcedure } from '@tinhgon/database/queries/papers/procedures-of-document';
import { assertNever, type MeasureKind } from '@tinhgon/rules/vocabulary';

/** How an announcement sorts procedures, in the order of its annex. */
export const GROUPS = {
  amended: 'được sửa đổi, bổ sung',
  replaced: 'được thay thế',
  abolished: 'bị bãi bỏ',
} as const;
export type Group = keyof typeof GROUPS;

export interface Grouped {
  readonly group: Group;
  readonly items: readonly ChangedProcedure[];
}

/** The groups that have a procedure, each by code. */
export const inGroups = (procedures: readonly ChangedProcedure[]): Grouped[] =>
  (Object.keys(GROUPS) as Group[])
    .map((group) => ({ group, items: procedures.filter(({ measure }) => groupOf(measure) === group) }))
    .filter(({ items }) => items.length > 0);

function groupOf(measure: MeasureKind): Group {
  switch (measure) {
    case 'abolish':
      return 'abolished';
    case 'replace':
    case 'merge':
      return 'replaced';
    case 'amend':
    case 'cut-papers':
    case 'replace-papers-by-data':
    case 'put-online':
    case 'decentralise':
      return 'amended';
    default:
      return assertNever(measure);
  }
}
