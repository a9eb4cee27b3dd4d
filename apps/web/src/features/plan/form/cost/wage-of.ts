import type { WageView } from '@tinhgon/rules/views/terms';
import type { Wage } from './cost-draft.ts';

export type KnownWage = Pick<WageView, 'code' | 'version' | 'name' | 'taken' | 'inUse'>;

/** A version as a cost sheet keeps it. */
export const wageOf = ({ code, version, taken }: KnownWage): Wage => ({
  parameter: code,
  version,
  dongPerHour: taken.dongPerHour,
});
