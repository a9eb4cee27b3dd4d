import type { UnitOfMeasure } from '@tinhgon/rules/indicator/amount';
import type { Better, EntryKind } from '@tinhgon/rules/indicator/indicator';
import type { PeriodKind } from '@tinhgon/rules/indicator/period';

type Instant = string;
type Day = string;

/** Indicators with their figures, and programme tasks; every version stays. */
export interface IndicatorTables {
  indicator: {
    code: string;
    version: number;
    programme: string;
    name_vi: string;
    name_en: string | null;
    unit: UnitOfMeasure;
    counted_vi: string;
    counted_en: string;
    period: PeriodKind;
    better: Better;
  };
  indicator_entry: {
    indicator: string;
    kind: EntryKind;
    period: string;
    /** An agency's code, or a group's name after `@`. */
    whose: string;
    version: number;
    /** First day of the period. */
    from: Day;
    /** In hundredths of a per cent or as a count; a bigint, so it is read as text. Null was taken away. */
    value: string | null;
    out_of: string | null;
    source: string;
    reason: string;
    recorded_at: Instant;
    recorded_by: string;
    known_from: Instant;
  };
  programme_task: {
    code: string;
    version: number;
    programme: string;
    name: string;
    paper: string;
    owner: string;
    person: string | null;
    assigned_on: Day;
    deadline: Day;
    done_on: Day | null;
    result: string;
    removed: boolean;
    search: string;
    reason: string;
    recorded_at: Instant;
    recorded_by: string;
    known_from: Instant;
  };
}
