import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { useOperationTitle } from './use-operation-words.ts';

/** Operations one began, or all of them for those who answer for all. */
export function OperationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useOperationTitle();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = usePages(trpc.operations.list.queryKey({}), (cursor) =>
    client.operations.list.query({ ...(cursor && { cursor }) }),
  );
  return (
    <Page title={t('operation.listTitle')}>
      <Loaded query={query} skeleton={<SkeletonLines count={6} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Empty title={t('operation.none')}>{t('operation.noneHint')}</Empty>;
          return (
            <>
              <DataTable
                caption={t('operation.listTitle')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    heading: t('operation.operation'),
                    rowHeader: true,
                    cell: (row) => (
                      <Link to="/operations/$code" params={{ code: row.id }}>
                        {titleOf(row)}
                      </Link>
                    ),
                  },
                  { key: 'by', heading: t('operation.by'), cell: (row) => row.by.name },
                  { key: 'at', heading: t('operation.at'), cell: (row) => format.moment(row.at) },
                  {
                    key: 'state',
                    heading: t('plan.phase'),
                    cell: (row) => t(`operation.state.${row.state}`),
                  },
                  {
                    key: 'done',
                    heading: t('operation.outcome.done'),
                    numeric: true,
                    cell: (row) => format.number(row.progress.done),
                  },
                  {
                    key: 'refused',
                    heading: t('operation.outcome.refused'),
                    numeric: true,
                    cell: (row) => format.number(row.progress.refused),
                  },
                  {
                    key: 'open',
                    heading: t('operation.open'),
                    numeric: true,
                    cell: (row) => format.number(row.progress.waiting + row.progress.failed),
                  },
                ]}
              />
              <MoreButton
                shown={rows.length}
                total={data.pages[0]?.total ?? rows.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
