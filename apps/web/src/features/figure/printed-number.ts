import type { FigureMeasure } from '@tinhgon/rules/figure/figure';
import { plainNumber } from '../../format/plain-number.ts';

/** The printed number that was typed: a share may have decimals. Null when it is none. */
export const printedNumber = (typed: string, measure: FigureMeasure): string | null =>
  plainNumber(typed, measure === 'share');
