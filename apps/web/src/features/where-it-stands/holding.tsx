import { getRouteApi, Link } from '@tanstack/react-router';
import type { HoldingLine } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice } from '../../components/filter-bar.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import type { Asked } from './asked.ts';
import styles from './where-it-stands.module.css';

const route = getRouteApi('/where-it-stands');
const SHOWN = 50;
const isWork = (subject: string) => subject.startsWith('plan/') || subject.startsWith('document/');

/** Open steps one by one: who has what, and since when. */
export function Holding({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { capital } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { ministry, subject, step, function: held, agency, person, timing } = search;
  const narrowed = { step, function: held, agency, person };
  const given = Object.fromEntries(
    Object.entries({ ministry, subject, timing, ...narrowed }).filter(([, value]) => value !== undefined),
  );
  const question = { ...asked, ...given, limit: SHOWN };
  const query = usePages(trpc.programmes.holding.queryKey(question), (cursor) =>
    client.programmes.holding.query({ ...question, ...(cursor && { cursor }) }),
  );
  const news = useNews(isWork, query.dataUpdatedAt);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const about = [step && capital('step', step), held && capital('function', held)].filter(Boolean);
  const hidden = query.data?.pages[0]?.hidden ?? 0;
  return (
    <section>
      <h2>{t('stands.part.holding')}</h2>
      {Object.values(narrowed).some((one) => one !== undefined) && (
        <p className="small">
          {about.join(' · ')}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() =>
              set({ step: undefined, function: undefined, agency: undefined, person: undefined })
            }
          >
            {t('stands.showAll')}
          </button>
        </p>
      )}
      <FilterBar label={t('stands.filters')}>
        <FilterChoice
          label={t('stands.subject')}
          any={t('app.any')}
          options={(['plan', 'document'] as const).map((value) => ({
            value,
            label: t(`stands.is.${value}`),
          }))}
          value={subject}
          onChange={(value) => set({ subject: value })}
        />
        <FilterChoice
          label={t('stands.due')}
          any={t('app.any')}
          options={[{ value: 'overdue' as const, label: t('progress.overdue') }]}
          value={timing}
          onChange={(value) => set({ timing: value })}
        />
        <AgencyFilter
          label={t('progress.ministry')}
          value={ministry}
          onChange={(value) => set({ ministry: value })}
        />
      </FilterBar>
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      {hidden > 0 && (
        <p className="small soft">{t('stands.hidden', { count: hidden, number: format.number(hidden) })}</p>
      )}
      <MoreRows
        query={query}
        skeleton={10}
        none={<Empty title={t('stands.nothingOpen')}>{t('plan.noneFiltered')}</Empty>}
      >
        {(rows, total) => (
          <>
            <p className="soft">{t('stands.steps', { count: total, number: format.number(total) })}</p>
            <Lines rows={rows} />
          </>
        )}
      </MoreRows>
    </section>
  );
}

function Lines({ rows }: { readonly rows: readonly HoldingLine[] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const columns: Column<HoldingLine>[] = [
    {
      key: 'subject',
      heading: t('stands.subject'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to={row.subject === 'plan' ? '/plans/$code' : '/documents/$code'} params={{ code: row.code }}>
            {row.title}
          </Link>
          <div className="small faint">
            {row.code} · {name(row.ministry.name)}
          </div>
        </>
      ),
    },
    {
      key: 'step',
      heading: t('stands.step'),
      cell: (row) => <span className={styles.words}>{capital('step', row.step)}</span>,
    },
    {
      key: 'who',
      heading: t('stands.who'),
      cell: (row) => (
        <>
          {row.holder ? row.holder.name : <span className="soft">{t('stands.notTaken')}</span>}
          <div className="small soft">
            {capital('function', row.function)}
            {row.agency && ` · ${name(row.agency.name)}`}
          </div>
          {row.finishedAt !== null && (
            <div className="small soft">{t('stands.doneSince', { day: format.dayOf(row.finishedAt) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'since',
      heading: t('stands.since'),
      cell: (row) => (
        <>
          <span className="nowrap">{format.dayOf(row.since)}</span>
          <div className="small soft">{t('stands.days', { count: row.days })}</div>
        </>
      ),
    },
    {
      key: 'due',
      heading: t('stands.due'),
      cell: (row) => (
        <>
          <span className="nowrap">{row.dueOn === null ? '–' : format.day(row.dueOn)}</span>
          {row.daysLate > 0 && (
            <div className="small late nowrap">{t('due.late', { count: row.daysLate })}</div>
          )}
        </>
      ),
    },
    {
      key: 'procedures',
      heading: t('stands.procedures'),
      numeric: true,
      cell: (row) => format.number(row.procedures),
    },
  ];
  return (
    <DataTable
      caption={t('stands.part.holding')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.subject}/${row.code}/${row.step}/${row.since}`}
    />
  );
}
