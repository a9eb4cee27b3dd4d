import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { remarksOf } from '@tinhgon/rules/remark/state';
import type { Schema } from '../schema.ts';

export function remarkRows(state: PlanState | DocumentState): Schema['remark'][] {
  return remarksOf(state).map((remark, ordinal) => ({
    subject: `${state.kind}/${state.code}`,
    id: remark.id,
    ordinal,
    procedure_code: remark.procedureCode ?? null,
    field: remark.field,
    by_id: remark.by.id,
    at: remark.at,
    answered_at: remark.answeredAt ?? null,
    resolved_at: remark.resolvedAt ?? null,
  }));
}
