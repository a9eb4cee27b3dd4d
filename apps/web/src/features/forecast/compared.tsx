import { daysBetween } from '@tinhgon/rules/day';
import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

/** The days not exceeded in 85 of 100 runs, as it is and if. */
export function Compared({ asItIs, then }: { readonly asItIs: ForecastView; readonly then: ForecastView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const targets = asItIs.targets.flatMap(({ percent, dates }) => {
    const other = then.targets.find((target) => target.percent === percent)?.dates;
    return dates && other
      ? [{ what: t('forecast.reaches', { share: format.percent(percent, 0) }), now: dates, tried: other }]
      : [];
  });
  const all =
    asItIs.allWork && then.allWork
      ? [{ what: t('forecast.allWork'), now: asItIs.allWork, tried: then.allWork }]
      : [];
  return (
    <DataTable
      caption={t('forecast.whatIf')}
      rows={[...targets, ...all]}
      rowKey={({ what }) => what}
      columns={[
        { key: 'what', heading: t('forecast.what'), rowHeader: true, cell: ({ what }) => what },
        { key: 'now', heading: t('forecast.asItIs'), cell: ({ now }) => format.day(now[85]) },
        { key: 'then', heading: t('forecast.then'), cell: (row) => format.day(row.tried[85]) },
        {
          key: 'gained',
          heading: t('forecast.gained'),
          numeric: true,
          cell: (row) => t('stands.days', { count: daysBetween(row.tried[85], row.now[85]) }),
        },
      ]}
    />
  );
}
