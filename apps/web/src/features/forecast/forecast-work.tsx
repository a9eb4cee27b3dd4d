import { getRouteApi, Link } from '@tanstack/react-router';
import type { ForecastLine } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';

const route = getRouteApi('/forecast');
const SHOWN = 25;

/** Open work one by one, latest first, with the days it will count by and what these rest on. */
export function ForecastWork({
  asked,
}: {
  readonly asked: { readonly code: string; readonly asAt?: string; readonly knownAt: string };
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { ministry } = route.useSearch();
  const navigate = route.useNavigate();
  const question = { ...asked, ...(ministry && { ministry }), limit: SHOWN };
  const query = usePages(trpc.programmes.forecastWork.queryKey(question), (cursor) =>
    client.programmes.forecastWork.query({ ...question, ...(cursor && { cursor }) }),
  );
  const hidden = query.data?.pages[0]?.hidden ?? 0;
  return (
    <section className={cols.section}>
      <h2>{t('forecast.work')}</h2>
      <FilterBar label={t('stands.filters')}>
        <AgencyFilter
          label={t('progress.ministry')}
          value={ministry}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, ministry: value }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </FilterBar>
      {hidden > 0 && (
        <p className="small soft">{t('forecast.hidden', { count: hidden, number: format.number(hidden) })}</p>
      )}
      <MoreRows
        query={query}
        skeleton={8}
        none={<Empty title={t('forecast.noWork')}>{t('forecast.noWorkHint')}</Empty>}
      >
        {(rows, total) => (
          <>
            <p className="soft">{t('forecast.pieces', { count: total, number: format.number(total) })}</p>
            <Lines rows={rows} />
          </>
        )}
      </MoreRows>
    </section>
  );
}

function Lines({ rows }: { readonly rows: readonly ForecastLine[] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const day = (sure: 50 | 85 | 95): Column<ForecastLine> => ({
    key: String(sure),
    heading: t(`forecast.in${sure}`),
    cell: ({ dates }) => <span className="nowrap">{format.day(dates[sure])}</span>,
  });
  const columns: Column<ForecastLine>[] = [
    {
      key: 'work',
      heading: t('stands.subject'),
      rowHeader: true,
      cell: ({ subject, code, title, ministry, step }) => (
        <>
          <Link to={subject === 'plan' ? '/plans/$code' : '/documents/$code'} params={{ code }}>
            {title}
          </Link>
          <div className="small faint">
            {code} · {name(ministry.name)}
          </div>
          <div className="small soft">{capital('step', step)}</div>
        </>
      ),
    },
    day(50),
    day(85),
    day(95),
    {
      key: 'basis',
      heading: t('forecast.basis'),
      cell: ({ basis, beyond }) => (
        <>
          {t(`forecast.basisShort.${basis}`)}
          {beyond && (
            <div className="small late">
              {t(basis === 'clock' ? 'forecast.beyondClock' : 'forecast.beyond')}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'procedures',
      heading: t('stands.procedures'),
      numeric: true,
      cell: ({ procedures }) => format.number(procedures),
    },
  ];
  return (
    <DataTable
      caption={t('forecast.work')}
      columns={columns}
      rows={rows}
      rowKey={({ subject, code }) => `${subject}/${code}`}
    />
  );
}
