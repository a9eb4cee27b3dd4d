import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import type { ColumnType } from 'kysely';
import type { CostSums } from './counting-tables.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = string;
/** đồng, a bigint: read as text. */
type Dong = string;

export interface CostTables {
  /** What the sheet of a measure comes to; of a measure's text, which is named by its hash and never changes. */
  measure_cost: {
    measure_hash: string;
    current_run: Dong;
    proposed_run: Dong;
    current: Dong;
    proposed: Dong;
    real: Dong;
    estimate: Dong;
    sheet: Json<CostSheet>;
  };
  /** From when to when an approved plan proposed a measure that has a sheet. */
  cost_period: {
    plan_code: string;
    procedure_code: string;
    known_from: Instant;
    known_to: Instant | null;
    programme: string;
    measure_hash: string;
  };
  /** What the measures of an approved plan come to, by when they were on record and by who was known to be in charge. */
  proposed_cell: {
    programme: string;
    plan_code: string;
    known_from: Instant;
    known_to: Instant | null;
    ministries: string[];
    in_charge_from: Instant;
    in_charge_to: Instant | null;
  } & CostSums;
}
