import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { signedName } from '@tinhgon/rules/person';
import { PLAN_PHASES, STEP_TIMINGS } from '@tinhgon/rules/vocabulary';
import type { planSummary } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { CurrentStep } from '../../components/current-step.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice, FilterText } from '../../components/filter-bar.tsx';
import { ListCount } from '../../components/list-count.tsx';
import { ListDay, PastDayNote } from '../../components/list-day.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { noneHint } from '../../components/none-hint.ts';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { Selecting } from '../../components/selecting.tsx';
import { Tick } from '../../components/selection-bar.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Selection } from '../../components/use-selection.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';

const route = getRouteApi('/plans');
const isPlan = (subject: string) => subject.startsWith('plan/');
type Row = z.infer<typeof planSummary>;

export function PlansPage() {
  const { t } = useTranslation();
  const { word, capital } = useWords();
  const me = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  const query = usePages(trpc.plans.list.queryKey(given), (cursor) =>
    client.plans.list.query({ ...given, ...(cursor && { cursor }) }),
  );
  const news = useNews(isPlan, query.dataUpdatedAt);
  return (
    <Page
      title={t('plan.listTitle')}
      actions={
        <>
          <ListDay asAt={search.asAt} onChoose={(asAt) => set({ asAt })} />
          {me.may.startPlan && (
            <Button component={Link} to="/plans/new">
              {t('plan.new')}
            </Button>
          )}
        </>
      }
    >
      <FilterBar label={t('plan.filters')}>
        <FilterText label={t('plan.find')} value={search.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('plan.phase')}
          any={t('app.any')}
          options={PLAN_PHASES.map((value) => ({ value, label: capital('phase', value) }))}
          value={search.phase}
          onChange={(phase) => set({ phase })}
        />
        <FilterChoice
          label={t('plan.timing')}
          any={t('app.any')}
          options={STEP_TIMINGS.map((value) => ({ value, label: word('status', value) }))}
          value={search.timing}
          onChange={(timing) => set({ timing })}
        />
        <AgencyFilter
          label={t('plan.leadAgency')}
          value={search.ministry}
          onChange={(ministry) => set({ ministry })}
        />
      </FilterBar>
      <PastDayNote asAt={search.asAt} />
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <Empty title={t('plan.none')}>{t(noneHint(given, 'plan.noneYet'))}</Empty>;
          }
          return (
            <>
              <ListCount of="plans" count={data.pages[0]?.total ?? rows.length} />
              {search.asAt === undefined ? (
                <Selecting kind="plan" codes={rows.map((row) => row.code)}>
                  {(selection) => <PlanTable rows={rows} selection={selection} />}
                </Selecting>
              ) : (
                <PlanTable rows={rows} selection={null} />
              )}
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

interface PlanTableProps {
  readonly rows: readonly Row[];
  readonly selection: Selection | null;
}

function PlanTable({ rows, selection }: PlanTableProps) {
  const { t } = useTranslation();
  const { word, name } = useWords();
  const format = useFormat();
  const ticks: Column<Row>[] = selection
    ? [
        {
          key: 'tick',
          heading: '',
          cell: (row) => (
            <Tick selection={selection} id={row.code} label={t('operation.tick', { title: row.name })} />
          ),
        },
      ]
    : [];
  const columns: Column<Row>[] = [
    ...ticks,
    {
      key: 'name',
      heading: t('plan.plan'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/plans/$code" params={{ code: row.code }}>
            {row.name}
          </Link>
          <div className="small faint">{row.code}</div>
        </>
      ),
    },
    { key: 'agency', heading: t('plan.leadAgency'), cell: (row) => name(row.leadAgency.name) },
    { key: 'phase', heading: t('plan.phase'), cell: (row) => word('phase', row.phase) },
    {
      key: 'step',
      heading: t('plan.at'),
      cell: (row) => (
        <>
          {row.step ? <CurrentStep step={row.step} /> : <span className="faint">–</span>}
          {row.holder && <div className="small soft">{signedName(row.holder)}</div>}
        </>
      ),
    },
    {
      key: 'procedures',
      heading: t('plan.evidenced'),
      numeric: true,
      cell: (row) => `${format.number(row.evidenced)} / ${format.number(row.procedures)}`,
    },
    {
      key: 'deadline',
      heading: t('plan.deadline'),
      numeric: true,
      narrow: true,
      cell: (row) => (row.deadline ? format.day(row.deadline) : '–'),
    },
  ];
  return <DataTable caption={t('plan.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.code} />;
}
