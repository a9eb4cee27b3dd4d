import type { EventEnvelope } from '@tinhgon/rules/plan/event';
import type { Delegation } from '@tinhgon/rules/delegation';
import type {
  Agency,
  Assignment,
  BaselineInput,
  Person,
  ProcedureInput,
  Programme,
} from '@tinhgon/rules/views/catalogue';

/** Each carries the whole new row, so that replaying needs nothing else. */
export type CatalogueEventBody =
  | { readonly type: 'agencySaved'; readonly agency: Agency }
  | { readonly type: 'personSaved'; readonly person: Person }
  | { readonly type: 'assignmentSaved'; readonly assignment: Assignment }
  | { readonly type: 'delegationGiven' | 'delegationRevoked'; readonly delegation: Delegation }
  | { readonly type: 'programmeSaved'; readonly programme: Programme }
  /** `ministry` holds from `ministryFrom`, which is never null here. */
  | {
      readonly type: 'procedureSaved';
      readonly procedure: ProcedureInput & { readonly ministryFrom: string };
    }
  | {
      readonly type: 'baselineSaved';
      readonly baseline: BaselineInput;
    };

export type CatalogueEvent = CatalogueEventBody & EventEnvelope;
