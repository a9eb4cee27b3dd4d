import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DOCUMENT_TYPES } from '@tinhgon/rules/vocabulary';
import type { DebtView } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice } from '../../components/filter-bar.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';
import styles from './where-it-stands.module.css';

const route = getRouteApi('/where-it-stands');
type Line = DebtView['documents'][number];

/** Documents that should have been signed by the day shown and were not, with the reason that was published. */
export function Debt({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const trpc = useTRPC();
  const { ministry, type } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: { ministry?: string | undefined; type?: Line['type'] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const query = useQuery({
    ...trpc.programmes.debt.queryOptions({
      ...asked,
      ...(ministry && { ministry }),
      ...(type && { type }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section>
      <h2>{t('stands.part.debt')}</h2>
      <p className="small soft">{t('stands.debtHow')}</p>
      <FilterBar label={t('stands.filters')}>
        <AgencyFilter
          label={t('progress.ministry')}
          value={ministry}
          onChange={(value) => set({ ministry: value })}
        />
        <FilterChoice
          label={t('procedure.documentType')}
          any={t('app.any')}
          options={DOCUMENT_TYPES.map((value) => ({ value, label: capital('documentType', value) }))}
          value={type}
          onChange={(value) => set({ type: value })}
        />
      </FilterBar>
      <Loaded query={query} skeleton={<SkeletonLines count={6} />}>
        {({ documents }) =>
          documents.length === 0 ? (
            <Empty title={t('stands.noDebt')}>{t('stands.noDebtHint')}</Empty>
          ) : (
            <Documents documents={documents} />
          )
        }
      </Loaded>
    </section>
  );
}

function Documents({ documents }: { readonly documents: readonly Line[] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const columns: Column<Line>[] = [
    {
      key: 'document',
      heading: t('progress.documentsHeading'),
      rowHeader: true,
      total: t('progress.documents', { count: documents.length }),
      cell: (row) => (
        <>
          <Link to="/documents/$code" params={{ code: row.code }}>
            {row.title}
          </Link>
          <div className="small faint">
            {capital('documentType', row.type)} · {row.code}
          </div>
        </>
      ),
    },
    { key: 'ministry', heading: t('progress.ministry'), cell: (row) => name(row.ministry.name) },
    {
      key: 'due',
      heading: t('stands.dueToSign'),
      cell: (row) => (
        <>
          <span className="nowrap">{format.day(row.dueOn)}</span>
          {row.firstDueOn !== row.dueOn && (
            <div className="small soft">{t('stands.firstDue', { day: format.day(row.firstDueOn) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'late',
      heading: t('progress.overdue'),
      narrow: true,
      cell: (row) => <span className="late">{t('due.late', { count: row.daysLate })}</span>,
    },
    {
      key: 'step',
      heading: t('stands.step'),
      cell: (row) => <span className={styles.words}>{capital('step', row.step)}</span>,
    },
    {
      key: 'procedures',
      heading: t('stands.procedures'),
      numeric: true,
      total: format.number(documents.reduce((sum, row) => sum + row.procedures, 0)),
      cell: (row) => format.number(row.procedures),
    },
    {
      key: 'reason',
      heading: t('stands.reason'),
      cell: (row) => row.reason ?? <span className="faint">{t('stands.noReason')}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('stands.part.debt')}
      columns={columns}
      rows={documents}
      rowKey={(row) => row.code}
    />
  );
}
