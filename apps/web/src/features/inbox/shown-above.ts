import type { ChangedLine } from '../../components/changes/changed-lines.tsx';
import type { ConfirmItem } from '../../components/confirming/confirm-item.tsx';

type Line = Pick<ChangedLine, 'field' | 'before' | 'after'>;
type Shown = readonly Pick<ConfirmItem, 'key' | 'lines'>[];

/**
 * The lines of a procedure or document that are not shown already among what is to be confirmed, change for change. A
 * change since another moment reads otherwise and stays.
 */
export function notShown<T extends Line>(lines: readonly T[], shown: Shown, key: string): readonly T[] {
  const above = shown.find((item) => item.key === key)?.lines ?? [];
  return lines.filter(
    (line) =>
      !above.some(
        (one) => one.field === line.field && one.before === line.before && one.after === line.after,
      ),
  );
}
