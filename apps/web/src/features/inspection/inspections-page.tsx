import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { INSPECTION_PHASES } from '@tinhgon/rules/inspection/state';
import type { InspectionSummary } from '@tinhgon/rules/views/inspection';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBy } from '../../components/answer-by.tsx';
import { BottleneckPlaces } from '../../components/bottleneck-places.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FilterChoice } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { usePages } from '../../server/use-pages.ts';
import { OpenInspection } from './open-inspection.tsx';

const route = getRouteApi('/inspections');
const isInspection = (subject: string) => subject.startsWith('inspection/');

export function InspectionsPage() {
  const { t } = useTranslation();
  const { capital } = useWords();
  const { person } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [opening, setOpening] = useState(false);
  const given = search.phase ? { phase: search.phase } : {};
  const query = usePages(trpc.inspections.list.queryKey(given), (cursor) =>
    client.inspections.list.query({ ...given, ...(cursor && { cursor }) }),
  );
  const inspects = person.roles.includes('supervisor') || person.roles.includes('programme-office');
  return (
    <Page
      title={t('inspection.listTitle')}
      actions={inspects && <Button onClick={() => setOpening(true)}>{t('inspection.openOne')}</Button>}
    >
      <BottleneckPlaces />
      <FilterBar label={t('inspection.filters')}>
        <FilterChoice
          label={t('bottleneck.state')}
          any={t('app.any')}
          options={INSPECTION_PHASES.map((value) => ({ value, label: capital('inspectionPhase', value) }))}
          value={search.phase}
          onChange={(phase) => void navigate({ search: { phase }, replace: true, resetScroll: false })}
        />
      </FilterBar>
      <PagedRows
        of="inspections"
        query={query}
        concerns={isInspection}
        empty={{ title: t('inspection.none'), hint: t('inspection.noneYet') }}
        skeleton={5}
      >
        {(rows) => <InspectionTable rows={rows} />}
      </PagedRows>
      {opening && (
        <OpenInspection
          onClose={() => setOpening(false)}
          onOpened={(code) => void navigate({ to: '/inspections/$code', params: { code } })}
        />
      )}
    </Page>
  );
}

function InspectionTable({ rows }: { readonly rows: readonly InspectionSummary[] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const columns: Column<InspectionSummary>[] = [
    {
      key: 'subject',
      heading: t('inspection.subject'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/inspections/$code" params={{ code: row.code }}>
            {row.subject}
          </Link>
          <div className="small faint">{row.code}</div>
        </>
      ),
    },
    { key: 'agency', heading: t('inspection.agency'), cell: (row) => name(row.agency.name) },
    {
      key: 'findings',
      heading: t('inspection.findings'),
      numeric: true,
      cell: (row) =>
        row.findings === 0
          ? t('inspection.noneFound')
          : t('inspection.endedOf', { ended: row.ended, count: row.findings }),
    },
    {
      key: 'next',
      heading: t('inspection.next'),
      cell: (row) =>
        row.nextDeadline ? (
          <AnswerBy of="remedy" day={row.nextDeadline} timing={row.timing} daysLate={row.daysLate} />
        ) : (
          '–'
        ),
    },
    { key: 'phase', heading: t('bottleneck.state'), cell: (row) => capital('inspectionPhase', row.phase) },
  ];
  return (
    <DataTable caption={t('inspection.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.code} />
  );
}
