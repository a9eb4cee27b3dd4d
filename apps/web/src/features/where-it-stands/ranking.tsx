import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RankingView } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';

type Line = RankingView['agencies'][number];

export function Ranking({ asked }: { readonly asked: Asked }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.ranking.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
      {(ranking) => <Ranked ranking={ranking} asked={asked} />}
    </Loaded>
  );
}

function Ranked({ ranking, asked }: { readonly ranking: RankingView; readonly asked: Asked }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const here = { programme: asked.code, ...(asked.asAt && { asAt: asked.asAt }) };
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value));
  if (ranking.agencies.length === 0) return <p className="soft">{t('progress.noMinistry')}</p>;
  const columns: Column<Line>[] = [
    {
      key: 'rank',
      heading: t('stands.rank'),
      cell: (row) => (row.rank === null ? '–' : format.number(row.rank)),
      numeric: true,
      total: '',
    },
    {
      key: 'agency',
      heading: t('progress.ministry'),
      rowHeader: true,
      total: t('progress.total'),
      cell: (row) => name(row.agency.name),
    },
    {
      key: 'simplified',
      heading: t('progress.simplified'),
      numeric: true,
      total: format.number(ranking.simplified),
      cell: (row) => (
        <Link to="/procedures" search={{ ...here, ministry: row.agency.code, status: 'simplified' }}>
          {format.number(row.simplified)}
        </Link>
      ),
    },
    {
      key: 'baseline',
      heading: t('stands.measured'),
      numeric: true,
      total: format.number(ranking.baseline),
      cell: (row) => (
        <Link to="/procedures" search={{ ...here, ministry: row.agency.code }}>
          {format.number(row.baseline)}
        </Link>
      ),
    },
    {
      key: 'share',
      heading: t('stands.ownShare'),
      numeric: true,
      cell: (row) => percent(row.sharePercent),
    },
    {
      key: 'steadied',
      heading: t('stands.steadiedShare'),
      numeric: true,
      cell: (row) => (
        <>
          {percent(row.steadiedPercent)}
          {row.steadiedPercent !== null && <Bar part={row.steadiedPercent} whole={100} />}
        </>
      ),
    },
  ];
  return (
    <section>
      <h2>{t('stands.part.ranking')}</h2>
      <p className="small soft">{t('stands.rankingHow', { count: ranking.steadying })}</p>
      <DataTable
        caption={t('stands.part.ranking')}
        columns={columns}
        rows={ranking.agencies}
        rowKey={(row) => row.agency.code}
      />
    </section>
  );
}
