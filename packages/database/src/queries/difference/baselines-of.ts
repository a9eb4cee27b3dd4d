import type { Db } from '../../schema.ts';
import { baselineInForce } from '../counting/baseline-in-force.ts';
import type { TwoBaselines } from './known-at-once.ts';
import type { TwoDays } from './standing-cte.ts';

export async function baselinesOf(db: Db, { programme, from, to }: TwoDays): Promise<TwoBaselines> {
  const [before, after] = await Promise.all([
    baselineInForce(db, programme, from),
    baselineInForce(db, programme, to),
  ]);
  return { before, after };
}
