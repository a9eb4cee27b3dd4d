import type { UnitOfMeasure } from '@tinhgon/rules/indicator/amount';
import type { LocalName } from '@tinhgon/rules/views/common';
import type { WhoseView } from '@tinhgon/rules/views/indicator';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { capital, useWords } from '../../language/use-words.ts';

interface Measured {
  readonly unit: UnitOfMeasure;
  readonly counted?: LocalName;
}

/** How the figures of indicators, their periods and those they are of are put into words. */
export function useIndicatorWords() {
  const { t } = useTranslation();
  const { name, language } = useWords();
  const format = useFormat();
  const amount = ({ unit }: Measured, value: number, outOf: number | null = null): string => {
    if (unit === 'percent') return format.percent(value);
    if (outOf === null) return format.number(value);
    return t('indicator.outOf', { part: format.number(value), whole: format.number(outOf) });
  };
  return {
    amount,
    /** The unit an indicator is in: %, or what is counted. */
    unit: ({ unit, counted }: Measured): string =>
      unit === 'percent' ? '%' : (counted && name(counted)) || t('indicator.unit.count'),
    whose: ({ agency, group }: WhoseView): string =>
      agency ? name(agency.name) : group ? t(`indicator.group.${group}`) : '',
    period: (period: string): string => capital(format.period(period), language),
    periodWithin: format.period,
  };
}
