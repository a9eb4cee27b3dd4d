import type { CostWords } from '@tinhgon/rules/cost/cost-text';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

export function useCostWords(): CostWords {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  return useMemo(() => {
    const time = (minutes: number) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const parts = [
        hours > 0 && t('cost.hours', { count: hours }),
        (rest > 0 || hours === 0) && t('cost.minutes', { count: rest }),
      ];
      return parts.filter(Boolean).join(' ');
    };
    return {
      kind: (kind) => word('costLineKind', kind),
      work: (minutes, { parameter, version, dongPerHour }, dong) =>
        t('cost.work', {
          time: time(minutes),
          money: format.money(dongPerHour),
          code: parameter,
          version,
          result: format.money(dong),
        }),
      money: format.money,
      remark: (remark) => t('cost.remark', { remark }),
      runs: (timesAYear, subjectsAYear) =>
        t('cost.runs', { times: format.number(timesAYear), subjects: format.number(subjectsAYear) }),
      times: t('cost.times'),
      subjects: t('cost.subjects'),
    };
  }, [t, word, format]);
}
