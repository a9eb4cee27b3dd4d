import type { Delegation } from '@tinhgon/rules/delegation';
import type { Schema } from '../schema.ts';

type Row = Schema['delegation'];

export const delegationRow = (delegation: Delegation): Row => ({
  id: delegation.id,
  person_id: delegation.personId,
  substitute_id: delegation.substituteId,
  form: delegation.form,
  from: delegation.from,
  to: delegation.to,
  only: delegation.only,
  assignments: delegation.assignments,
  reason: delegation.reason,
  given_at: delegation.givenAt,
  given_by_id: delegation.givenBy.id,
  given_by_name: delegation.givenBy.name,
  revoked_at: delegation.revokedAt,
  revoked_by_id: delegation.revokedBy?.id ?? null,
  revoked_by_name: delegation.revokedBy?.name ?? null,
});

export const delegationOf = (row: Row): Delegation => ({
  id: row.id,
  personId: row.person_id,
  substituteId: row.substitute_id,
  form: row.form,
  from: row.from,
  to: row.to,
  only: row.only,
  assignments: row.assignments,
  reason: row.reason,
  givenAt: row.given_at,
  givenBy: { id: row.given_by_id, name: row.given_by_name },
  revokedAt: row.revoked_at,
  revokedBy:
    row.revoked_by_id === null
      ? null
      : { id: row.revoked_by_id, name: row.revoked_by_name ?? row.revoked_by_id },
});
