import type { BottleneckPhase } from '@tinhgon/rules/bottleneck/state';
import type { Represented } from '@tinhgon/rules/person';
import type { DocumentPhase, FunctionCode, PlanPhase, StepKey } from '@tinhgon/rules/vocabulary';
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Schema } from './schema.ts';

type Instant = string;
type Day = string;

/** From when to when something stood so. */
interface Period {
  from_at: Instant;
  to_at: Instant | null;
  /** When it was recorded; before that nobody knew of what an import brought in as begun earlier. */
  known_from: Instant;
}

export interface PeriodTables {
  /** From when to when a plan, document or bottleneck stood in a phase, under an agency, with a name and dates. */
  subject_period: Period & {
    subject: string;
    kind: GeneratedAlways<'plan' | 'document' | 'bottleneck'>;
    code: GeneratedAlways<string>;
    phase: PlanPhase | DocumentPhase | BottleneckPhase;
    agency: string;
    /** Bottlenecks have none. */
    programme: string | null;
    /** Agencies it had stood under before. */
    former_agencies: string[];
    title: string;
    /** The deadline of a plan, the planned signing of a document, the day by which a bottleneck is to be answered. */
    planned_on: Day | null;
    first_planned_on: Day | null;
    planned_in_force_on: Day | null;
    procedures: number;
    /** Reasons published for missed dates. */
    delays: ColumnType<Omit<Schema['delay'], 'subject'>[], string, string>;
    search: string;
  };
  /** From when to when a run of a step stood so: open, and then on record as done. */
  step_period: Period & {
    subject: string;
    kind: GeneratedAlways<'plan' | 'document'>;
    code: GeneratedAlways<string>;
    step: StepKey;
    opened_at: Instant;
    /** Among the runs of that step that were opened at that moment. */
    place: number;
    programme: string;
    /** Who leads the plan or document. */
    ministry: string;
    number: number;
    function: FunctionCode;
    /** Whose step it is; null where a function held once for the country has it. */
    agency: string | null;
    due_on: Day | null;
    finished_at: Instant | null;
    /** Who has it, or did it. */
    holder_id: string | null;
    holder_name: string | null;
    on_behalf_of: Represented | null;
    procedures: number;
  };
}
