import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

type Target = ForecastView['targets'][number];

/** The days on which shares of the baseline are reached; why not, where they are not. */
export function Targets({ forecast: { targets, withoutWork } }: { readonly forecast: ForecastView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (sure: 50 | 85 | 95): Column<Target> => ({
    key: String(sure),
    heading: t(`forecast.in${sure}`),
    cell: ({ dates }) => (dates ? <span className="nowrap">{format.day(dates[sure])}</span> : '–'),
  });
  return (
    <DataTable
      caption={t('forecast.whenReached')}
      rows={targets}
      rowKey={({ percent }) => String(percent)}
      columns={[
        {
          key: 'share',
          heading: t('forecast.share'),
          rowHeader: true,
          cell: ({ percent, reached }) => (
            <>
              {format.percent(percent, 0)}
              {reached !== 'ahead' && (
                <div className="small soft">
                  {reached === 'today'
                    ? t('forecast.reachedToday')
                    : t('forecast.notByThis', { count: withoutWork, number: format.number(withoutWork) })}
                </div>
              )}
            </>
          ),
        },
        {
          key: 'needed',
          heading: t('forecast.needed'),
          numeric: true,
          cell: ({ needed }) => format.number(needed),
        },
        day(50),
        day(85),
        day(95),
      ]}
    />
  );
}
