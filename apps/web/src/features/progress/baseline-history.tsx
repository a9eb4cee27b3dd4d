import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC } from '../../server/trpc.ts';

/** Every set the programme was ever measured against: why the share of one year cannot be laid beside another's. */
export function BaselineHistory({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const query = useQuery(trpc.programmes.baselines.queryOptions({ code }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('progress.baselineHistoryTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
        {(baselines) => (
          <DataTable
            caption={t('progress.baselineHistoryTitle')}
            rows={baselines}
            rowKey={(row) => `${row.date} ${row.recordedAt}`}
            columns={[
              {
                key: 'date',
                heading: t('progress.from'),
                cell: (row) => format.day(row.date),
                rowHeader: true,
                narrow: true,
              },
              {
                key: 'count',
                heading: t('progress.baselineCount'),
                cell: (row) => format.number(row.count),
                numeric: true,
                narrow: true,
              },
              {
                key: 'reason',
                heading: t('app.reason'),
                cell: (row) => <span className="pre">{row.reason}</span>,
              },
              {
                key: 'by',
                heading: t('app.recorded'),
                cell: (row) => `${row.recordedBy} · ${format.dayOf(row.recordedAt)}`,
              },
            ]}
          />
        )}
      </Loaded>
    </Modal>
  );
}
