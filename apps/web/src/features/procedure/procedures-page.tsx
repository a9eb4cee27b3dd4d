import { getRouteApi, Link } from '@tanstack/react-router';
import { DOCUMENT_TYPES, LEVELS, MEASURES } from '@tinhgon/rules/vocabulary';
import type { ProcedureView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice, FilterText } from '../../components/filter-bar.tsx';
import { ListCount } from '../../components/list-count.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';

const route = getRouteApi('/procedures');
const STATUSES = ['simplified', 'open'] as const;

/** The list behind a number: the same programme, day, ministry, year and measure as where it was opened. */
export function ProceduresPage() {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const me = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  const programme = search.programme ?? me.programmes[0]?.code;
  const asked = { ...given, ...(programme && { programme }) };
  const query = usePages(trpc.procedures.list.queryKey(asked), (cursor) =>
    client.procedures.list.query({ ...asked, ...(cursor && { cursor }) }),
  );
  const inWords = me.programmes.find(({ code }) => code === programme);
  const about = [
    inWords ? name(inWords.name) : programme,
    search.asAt && t('progress.asAt', { day: format.day(search.asAt) }),
    search.year && t('progress.year', { year: search.year }),
    search.field === '' ? t('stands.noField') : search.field,
  ].filter(Boolean);
  return (
    <Page title={t('procedure.listTitle')} above={about.join(' · ')}>
      <FilterBar label={t('procedure.filters')}>
        <FilterText label={t('procedure.find')} value={search.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('procedure.status')}
          any={t('app.any')}
          options={STATUSES.map((value) => ({ value, label: t(`procedure.is.${value}`) }))}
          value={search.status === 'any' ? undefined : search.status}
          onChange={(status) => set({ status })}
        />
        <FilterChoice
          label={t('procedure.measure')}
          any={t('app.any')}
          options={MEASURES.map((value) => ({ value, label: capital('measure', value) }))}
          value={search.measure}
          onChange={(measure) => set({ measure })}
        />
        <FilterChoice
          label={t('procedure.level')}
          any={t('app.any')}
          options={[
            ...LEVELS.map((value) => ({ value, label: capital('level', value) })),
            { value: 'none' as const, label: t('stands.noLevel') },
          ]}
          value={search.level}
          onChange={(level) => set({ level })}
        />
        <FilterChoice
          label={t('procedure.documentType')}
          any={t('app.any')}
          options={[
            ...DOCUMENT_TYPES.map((value) => ({ value, label: capital('documentType', value) })),
            { value: 'none' as const, label: t('stands.noDocument') },
          ]}
          value={search.documentType}
          onChange={(documentType) => set({ documentType })}
        />
        <AgencyFilter
          label={t('procedure.ministry')}
          value={search.ministry}
          onChange={(ministry) => set({ ministry })}
        />
      </FilterBar>
      <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Empty title={t('procedure.none')}>{t('plan.noneFiltered')}</Empty>;
          return (
            <>
              <ListCount of="procedures" count={data.pages[0]?.total ?? rows.length} />
              <ProceduresTable rows={rows} programme={programme} asAt={search.asAt} />
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

function ProceduresTable({
  rows,
  programme,
  asAt,
}: {
  readonly rows: readonly ProcedureView[];
  readonly programme: string | undefined;
  readonly asAt: string | undefined;
}) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const format = useFormat();
  const columns: Column<ProcedureView>[] = [
    {
      key: 'name',
      heading: t('procedure.procedure'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/procedures/$code" params={{ code: row.code }} search={{ programme, asAt }}>
            {name(row.name)}
          </Link>
          <div className="small faint">{[row.code, row.field].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    { key: 'ministry', heading: t('procedure.ministry'), cell: (row) => name(row.ministry.name) },
    {
      key: 'measure',
      heading: t('procedure.measure'),
      cell: (row) => (row.measure ? word('measure', row.measure) : <span className="faint">–</span>),
    },
    {
      key: 'documents',
      heading: t('procedure.documents'),
      cell: (row) =>
        row.evidence.map((one) => one.number ?? one.title).join('; ') || <span className="faint">–</span>,
    },
    {
      key: 'counts',
      heading: t('procedure.countsOn'),
      numeric: true,
      narrow: true,
      cell: (row) =>
        row.simplified && row.countsOn ? (
          <span className="ok">✓ {format.day(row.countsOn)}</span>
        ) : (
          <span className="soft">
            {row.countsOn ? t('procedure.from', { day: format.day(row.countsOn) }) : t('procedure.is.open')}
          </span>
        ),
    },
  ];
  return (
    <DataTable caption={t('procedure.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.code} />
  );
}
