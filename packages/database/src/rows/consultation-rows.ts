import { consultationsOf } from '@tinhgon/rules/consultation/state';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { Schema } from '../schema.ts';

export function consultationRows(state: DocumentState): Schema['consultation'][] {
  return consultationsOf(state).map(({ id, agency, askedOn, by, answer }) => ({
    document_code: state.code,
    id,
    agency,
    asked_on: askedOn,
    due_on: by,
    answered_on: answer?.answeredOn ?? null,
    points: answer?.points.length ?? 0,
    responded: answer?.points.filter((point) => point.response).length ?? 0,
  }));
}
