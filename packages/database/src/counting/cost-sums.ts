import { sql } from 'kysely';

/** How many procedures, how many with a cost sheet, and the sums of a year of these; over rows joined with `measure_cost cost`. */
export const COST_SUMS = {
  procedures: sql`count(*)`,
  sheets: sql`count(cost.measure_hash)`,
  current: sql`coalesce(sum(cost.current), 0)`,
  proposed: sql`coalesce(sum(cost.proposed), 0)`,
  real: sql`coalesce(sum(cost.real), 0)`,
  estimate: sql`coalesce(sum(cost.estimate), 0)`,
} as const;
