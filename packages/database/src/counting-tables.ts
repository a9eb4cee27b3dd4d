import type { Level, MeasureKind } from '@tinhgon/rules/vocabulary';

type Instant = string;
type Day = string;
/** đồng, a bigint: read as text. */
type Dong = string;

/** How many procedures, how many of them with a cost sheet, and what these come to in a year. */
export interface CostSums {
  procedures: number;
  sheets: number;
  current: Dong;
  proposed: Dong;
  real: Dong;
  estimate: Dong;
}

/** What totals are made of; each a function of links, evidence, baselines and agencies in charge. */
export interface CountingTables {
  /** The agencies in charge of a procedure in turn, each as `YYYY-MM-DD CODE`, as it was known from when to when. */
  procedure_ministries: {
    procedure_code: string;
    known_from: Instant;
    known_to: Instant | null;
    ministries: string[];
  };
  /** Each way in which agencies follow each other; there are few. */
  agencies_in_turn: { ministries: string[] };
  /** When a procedure counts in a programme, as it was known from when to when. */
  counted_period: {
    programme: string;
    procedure_code: string;
    known_from: Instant;
    known_to: Instant | null;
    plan_code: string | null;
    document_code: string | null;
    measure: MeasureKind | null;
    linked_from: Instant | null;
    counts_on: Day | null;
    ministries: string[];
    counted_ministry: string | null;
    /** As the catalogue had them when it was counted. */
    level: Level | null;
    field: string | null;
    /** The measure it counts by, if that has a cost sheet, and what it saves in a year. */
    measure_hash: string | null;
    saving: Dong | null;
  };
  /** How many procedures of a baseline share a period of everything totals ask for. */
  count_cell: {
    programme: string;
    baseline_id: string;
    known_from: Instant;
    known_to: Instant | null;
    ministries: string[];
    document_code: string | null;
    counts_on: Day | null;
    counted_ministry: string | null;
  } & CostSums;
  /** The same, by measure. */
  measure_cell: {
    programme: string;
    baseline_id: string;
    known_from: Instant;
    known_to: Instant | null;
    ministries: string[];
    measure: MeasureKind;
    counts_on: Day | null;
    procedures: number;
  };
  /** The same, by level, field and document, which would multiply the cells of the totals. */
  part_cell: {
    programme: string;
    baseline_id: string;
    known_from: Instant;
    known_to: Instant | null;
    document_code: string | null;
    level: Level | null;
    field: string | null;
    counts_on: Day | null;
    procedures: number;
  };
}
