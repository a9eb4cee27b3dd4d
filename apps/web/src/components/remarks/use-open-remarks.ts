import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useRemarks } from './remarks-context.tsx';

/** Remarks at some lines that are not settled. */
export function useOpenRemarks(
  fields: readonly string[],
  procedureCode: string | undefined,
): readonly RemarkView[] {
  return (
    useRemarks()?.all.filter(
      (one) =>
        one.resolvedBy === null &&
        fields.includes(one.field) &&
        one.procedureCode === (procedureCode ?? null),
    ) ?? []
  );
}
