import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';

interface ProposalMembersProps {
  readonly id: string;
  readonly side: 'added' | 'removed';
  readonly count: number;
}

/** The procedures that come in, or go out, one by one. */
export function ProposalMembers({ id, side, count }: ProposalMembersProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = usePages(trpc.baselines.members.queryKey({ id, side }), (cursor) =>
    client.baselines.members.query({ id, side, ...(cursor && { cursor }) }),
  );
  const heading = t(`baseline.lists.${side}`, { count, number: format.number(count) });
  if (count === 0) return null;
  return (
    <section style={{ marginBottom: 24 }}>
      <h2>{heading}</h2>
      <MoreRows query={query} skeleton={3} none={null}>
        {(rows) => (
          <DataTable
            caption={heading}
            rows={rows}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'code',
                heading: t('catalogue.code'),
                narrow: true,
                cell: (row) => (
                  <Link to="/procedures/$code" params={{ code: row.code }}>
                    {row.code}
                  </Link>
                ),
              },
              {
                key: 'name',
                heading: t('catalogue.name'),
                rowHeader: true,
                cell: (row) => name(row.name),
              },
              {
                key: 'ministry',
                heading: t('progress.ministry'),
                cell: (row) => row.ministry && name(row.ministry.name),
              },
              {
                key: 'simplified',
                heading: t('progress.simplified'),
                cell: (row) => t(row.simplified ? 'baseline.yes' : 'baseline.no'),
              },
            ]}
          />
        )}
      </MoreRows>
    </section>
  );
}
