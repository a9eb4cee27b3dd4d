import type { DatesView } from '@tinhgon/rules/views/dates';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../data-table.tsx';
import { DateChanges } from './date-changes.tsx';

/** The dates of what is signed: the days on record, each beside the one first planned. */
export function Outcomes({ dates }: { readonly dates: DatesView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <DataTable
        caption={t('dates.title')}
        rows={dates.dates}
        rowKey={(row) => row.date}
        columns={[
          {
            key: 'date',
            heading: t('dates.date'),
            rowHeader: true,
            cell: (row) => t(`dates.outcome.${row.date}`),
          },
          {
            key: 'actual',
            heading: t('dates.actual'),
            cell: (row) => (row.actual ? format.day(row.actual) : '–'),
          },
          {
            key: 'first',
            heading: t('dates.firstPlanned'),
            cell: (row) => (row.first ? format.day(row.first) : '–'),
          },
        ]}
      />
      <DateChanges changes={dates.changes} />
    </>
  );
}
