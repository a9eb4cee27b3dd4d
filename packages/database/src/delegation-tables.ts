import type { DelegationForm, FunctionCode, Subject } from '@tinhgon/rules/vocabulary';

type Instant = string;
type Day = string;

export interface DelegationTables {
  delegation: {
    id: string;
    person_id: string;
    substitute_id: string;
    form: DelegationForm;
    from: Day;
    to: Day;
    only: Subject | null;
    assignments: string[] | null;
    reason: string;
    given_at: Instant;
    given_by_id: string;
    given_by_name: string;
    revoked_at: Instant | null;
    revoked_by_id: string | null;
    revoked_by_name: string | null;
  };
  /** A view: people's own assignments, and those delegated to them. */
  held_assignment: {
    person_id: string;
    function: FunctionCode;
    agency: string | null;
    from: Day;
    to: Day | null;
    only: Subject | null;
    for_id: string | null;
    for_name: string | null;
    form: DelegationForm | null;
    delegation_id: string | null;
  };
}
