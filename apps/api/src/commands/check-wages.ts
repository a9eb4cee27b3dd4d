import type { Db } from '@tinhgon/database';
import { wageValues } from '@tinhgon/database/queries/terms/wages';
import type { MeasureInput } from '@tinhgon/rules/content';
import { wrongWage } from '@tinhgon/rules/cost/wages-named';
import { refuse } from '../errors/refusal.ts';

/** Throws Refusal UNKNOWN_WAGE for a wage nobody entered, INVALID_INPUT for another value than its version has. */
export async function checkWages(db: Db, measures: readonly MeasureInput[], at: string): Promise<void> {
  if (measures.every(({ cost }) => cost === undefined)) return;
  const values = await wageValues(db);
  for (const [index, { cost }] of measures.entries()) {
    const wrong = cost && wrongWage(cost, values);
    if (!wrong) continue;
    const field = `${at}measures.${index}.cost.${wrong.path}`;
    if (wrong.value === undefined)
      throw refuse('UNKNOWN_WAGE', { field, details: { code: wrong.wage.parameter } });
    throw refuse('INVALID_INPUT', { field: `${field}.dongPerHour`, details: { dongPerHour: wrong.value } });
  }
}
