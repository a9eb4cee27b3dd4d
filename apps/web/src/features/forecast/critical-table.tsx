import { Link } from '@tanstack/react-router';
import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

/** The ten pieces of work that move the day on which all that is in work counts most. */
export function CriticalTable({ critical }: { readonly critical: ForecastView['critical'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  if (critical.length === 0) return <p className="soft">{t('forecast.noCritical')}</p>;
  return (
    <>
      <p className="small soft">{t('forecast.criticalHow')}</p>
      <DataTable
        caption={t('forecast.critical')}
        rows={critical}
        rowKey={({ code, subject, ministry, daysGained, lastPercent }) =>
          code ?? `${subject}/${ministry.code}/${daysGained}/${lastPercent}`
        }
        columns={[
          {
            key: 'work',
            heading: t('stands.subject'),
            rowHeader: true,
            cell: ({ subject, code, title }) =>
              code === null ? (
                <span className="soft">{t('forecast.hiddenPlan')}</span>
              ) : (
                <>
                  <Link to={subject === 'plan' ? '/plans/$code' : '/documents/$code'} params={{ code }}>
                    {title}
                  </Link>
                  <div className="small faint">
                    {t(`stands.is.${subject}`)} · {code}
                  </div>
                </>
              ),
          },
          { key: 'ministry', heading: t('progress.ministry'), cell: (row) => name(row.ministry.name) },
          {
            key: 'gained',
            heading: t('forecast.gained'),
            numeric: true,
            cell: ({ daysGained }) => t('stands.days', { count: daysGained }),
          },
          {
            key: 'last',
            heading: t('forecast.last'),
            numeric: true,
            cell: ({ lastPercent }) => format.number(Math.round(lastPercent)),
          },
        ]}
      />
    </>
  );
}
