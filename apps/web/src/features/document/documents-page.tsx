import { getRouteApi, Link } from '@tanstack/react-router';
import { DOCUMENT_PHASES, DOCUMENT_TYPES, STEP_TIMINGS } from '@tinhgon/rules/vocabulary';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
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
import { WhyLate } from '../../components/dates/why-late.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';

const route = getRouteApi('/documents');
const isDocument = (subject: string) => subject.startsWith('document/');

export function DocumentsPage() {
  const { t } = useTranslation();
  const { word, capital } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  const query = usePages(trpc.documents.list.queryKey(given), (cursor) =>
    client.documents.list.query({ ...given, ...(cursor && { cursor }) }),
  );
  const news = useNews(isDocument, query.dataUpdatedAt);
  return (
    <Page
      title={t('document.listTitle')}
      actions={<ListDay asAt={search.asAt} onChoose={(asAt) => set({ asAt })} />}
    >
      <FilterBar label={t('document.filters')}>
        <FilterText label={t('document.find')} value={search.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('document.type')}
          any={t('app.any')}
          options={DOCUMENT_TYPES.map((value) => ({ value, label: capital('documentType', value) }))}
          value={search.type}
          onChange={(type) => set({ type })}
        />
        <FilterChoice
          label={t('plan.phase')}
          any={t('app.any')}
          options={[
            { value: 'open' as const, label: t('plan.phaseOpen') },
            ...DOCUMENT_PHASES.map((value) => ({ value, label: capital('phase', value) })),
          ]}
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
            return <Empty title={t('document.none')}>{t(noneHint(given, 'document.noneYet'))}</Empty>;
          }
          return (
            <>
              <ListCount of="documents" count={data.pages[0]?.total ?? rows.length} />
              {search.asAt === undefined ? (
                <Selecting kind="document" codes={rows.map((row) => row.code)}>
                  {(selection) => <DocumentsTable rows={rows} selection={selection} />}
                </Selecting>
              ) : (
                <DocumentsTable rows={rows} selection={null} />
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

function DocumentsTable({
  rows,
  selection,
}: {
  readonly rows: readonly DocumentSummary[];
  readonly selection: Selection | null;
}) {
  const { t } = useTranslation();
  const { capital, word, name } = useWords();
  const format = useFormat();
  const ticks: Column<DocumentSummary>[] = selection
    ? [
        {
          key: 'tick',
          heading: '',
          cell: (row) => (
            <Tick selection={selection} id={row.code} label={t('operation.tick', { title: row.title })} />
          ),
        },
      ]
    : [];
  const columns: Column<DocumentSummary>[] = [
    ...ticks,
    {
      key: 'title',
      heading: t('plan.document'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/documents/$code" params={{ code: row.code }}>
            {row.title}
          </Link>
          <div className="small soft">
            {capital('documentType', row.type)} {row.number} <span className="faint">{row.code}</span>
          </div>
        </>
      ),
    },
    { key: 'agency', heading: t('plan.leadAgency'), cell: (row) => name(row.leadAgency.name) },
    { key: 'phase', heading: t('plan.phase'), cell: (row) => word('phase', row.phase) },
    {
      key: 'at',
      heading: t('plan.at'),
      cell: (row) => (
        <>
          {row.openSteps.map((step) => (
            <div key={step.key}>
              <CurrentStep step={step} />
            </div>
          ))}
          {row.openSteps.length === 0 && '–'}
          <WhyLate missed={row.missed} />
        </>
      ),
    },
    {
      key: 'procedures',
      heading: t('plan.dependent'),
      numeric: true,
      cell: (row) => format.number(row.procedures),
    },
    {
      key: 'inForce',
      heading: t('plan.inForce'),
      numeric: true,
      narrow: true,
      cell: (row) => {
        if (row.inForceOn) return format.day(row.inForceOn);
        return row.plannedInForceOn ? t('plan.planned', { day: format.day(row.plannedInForceOn) }) : '–';
      },
    },
  ];
  return (
    <DataTable caption={t('document.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.code} />
  );
}
