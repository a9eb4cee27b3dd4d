import type { CostSheet } from './sheet.ts';
import { wageKey } from './wage.ts';

type Named = Extract<CostSheet['current']['lines'][number]['amount'], { by: 'time' }>['wage'];

/**
 * The first wage of a sheet that is not what its version says, by where it stands: a sheet carries what it was
 * reckoned with, so that it can be read for ever. `values` are all versions by `wageKey`.
 */
export function wrongWage(
  sheet: CostSheet,
  values: ReadonlyMap<string, number>,
): { readonly path: string; readonly wage: Named; readonly value: number | undefined } | null {
  for (const side of ['current', 'proposed'] as const) {
    for (const [index, { amount }] of sheet[side].lines.entries()) {
      if (amount.by !== 'time') continue;
      const { wage } = amount;
      const value = values.get(wageKey(wage.parameter, wage.version));
      if (value !== wage.dongPerHour) return { path: `${side}.lines.${index}.amount.wage`, wage, value };
    }
  }
  return null;
}
